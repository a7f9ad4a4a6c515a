import dev.asl4j.it.plugin.Project

// Text that is not JSON.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '1 definition: 1 error'
assert !project.exists('target/generated-sources')
