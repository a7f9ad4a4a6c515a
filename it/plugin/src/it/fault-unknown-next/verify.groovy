import dev.asl4j.it.plugin.Project

// A transition to a state that does not exist.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '1 definition: 1 error'
assert !project.exists('target/generated-sources')
