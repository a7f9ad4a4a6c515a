import dev.asl4j.it.plugin.Project

// With addCompileSourceRoot false the sources are written, and javac does not see them.
def project = new Project(basedir, localRepositoryPath)
assert project.files('target/generated-sources/asl') == ['com/acme/Greet.java', 'com/acme/Part.java']
assert !project.exists('target/classes/com/acme/Greet.class')

assert project.mvn('compile', '-Dasl.addCompileSourceRoot=true').closings() == ['2 definitions unchanged']
assert project.exists('target/classes/com/acme/Greet.class') // the root is registered although nothing was generated
