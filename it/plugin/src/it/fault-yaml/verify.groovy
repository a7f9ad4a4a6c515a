import dev.asl4j.it.plugin.Project

// Faults of definitions in YAML stand at their line and column, also those inside of a folded text.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.diagnostics() == project.read('expected.txt')
assert build.failure() == '2 definitions: 4 errors'
assert !project.exists('target/generated-sources')
