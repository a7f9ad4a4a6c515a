import dev.asl4j.it.plugin.Project

// Source directory, output directory, includes, excludes and package, all set in the POM.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['1 definition compiled: 1 file written, 0 removed']
assert project.files('target/workflows') == ['org/example/orders/Ship.java']
assert project.exists('target/classes/org/example/orders/Ship.class')
assert !project.exists('target/generated-sources/asl')
