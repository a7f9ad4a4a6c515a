import dev.asl4j.it.plugin.Project

// Two definitions that would be one class; neither is lost in silence.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '2 definitions: 1 error'
assert !project.exists('target/generated-sources')
