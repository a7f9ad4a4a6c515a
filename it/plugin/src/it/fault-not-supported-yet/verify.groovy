import dev.asl4j.it.plugin.Project

// What this version does not compile is said, not silently left out.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '2 errors in 2 definitions'
assert !project.exists('target/generated-sources')
