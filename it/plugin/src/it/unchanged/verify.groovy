import dev.asl4j.it.plugin.Project

// Newer times alone change nothing: no source, no class and no state is written again.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['2 definitions compiled: 2 files written, 0 removed']

def outputs = ['target/generated-sources', 'target/asl4j', 'target/classes']
def before = outputs.collect { project.age(it) }
assert before.every { !it.isEmpty() }
assert project.path('src/main/asl/com/acme/greet.asl.json').toFile().setLastModified(System.currentTimeMillis() + 60_000)

def second = project.mvn('compile')
assert second.succeeded()
assert second.closings() == ['2 definitions unchanged']
assert second.mentions('Nothing to compile')
assert before == outputs.collect { project.times(it) }

// The goal's own figure, without Maven's start; a few milliseconds in truth. On a machine that is busy, half of what compiling took.
assert second.slowest() < Math.max(300L, project.firstBuild().slowest().intdiv(2))
