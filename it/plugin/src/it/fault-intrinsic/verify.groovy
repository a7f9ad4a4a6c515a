import dev.asl4j.it.plugin.Project

// An intrinsic function that does not exist; the column is inside the string.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '1 definition: 1 error'
assert !project.exists('target/generated-sources')
