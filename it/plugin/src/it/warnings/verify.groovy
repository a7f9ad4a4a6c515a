import dev.asl4j.it.plugin.Project

// Warnings are shown in every build, also when nothing changed, and fail it only where they are asked to.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().succeeded()
def warning = project.read('expected.txt')
assert project.firstBuild().diagnostics() == warning
def before = project.age('target/generated-sources')

def second = project.mvn('generate-sources')
assert second.diagnostics() == warning
assert second.summaries() == ['1 definition: 1 warning']
assert second.closings() == ['1 definition unchanged']
assert before == project.times('target/generated-sources')

def strict = project.mvn('generate-sources', '-Dasl.failOnWarnings')
assert strict.diagnostics() == warning
assert strict.failure() == '1 definition: 1 warning (failOnWarnings)'

// A build is not good because the one before has told the same.
assert project.mvn('generate-sources', '-Dasl.failOnWarnings').failure() == strict.failure()
