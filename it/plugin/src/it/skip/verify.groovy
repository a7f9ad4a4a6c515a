import dev.asl4j.it.plugin.Project

// With asl.skip nothing is read: not even a faulty definition is noticed.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().has('[INFO] skipped (asl.skip)')
assert !project.exists('target/generated-sources')
assert !project.exists('target/classes')
assert !project.mvn('generate-sources', '-Dasl.skip=false').succeeded()
