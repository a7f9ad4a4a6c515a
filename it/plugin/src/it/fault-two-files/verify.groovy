import dev.asl4j.it.plugin.Project

// The faults of all files in one build, sorted by file and position.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '3 definitions: 3 errors'
assert !project.exists('target/generated-sources')
