import dev.asl4j.it.plugin.Project

// An option that cannot be right is the user's to mend, and named.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
assert build.failure() == "packageName 'org..example' is not the name of a Java package"
assert !project.exists('target/generated-sources')
