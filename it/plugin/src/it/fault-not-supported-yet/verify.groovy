import dev.asl4j.it.plugin.Project

// What this version does not compile is said, not silently left out.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '1 error in 1 definition'
assert !project.exists('target/generated-sources')
