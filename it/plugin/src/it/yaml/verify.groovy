import dev.asl4j.it.plugin.Project

// Definitions in YAML are compiled beside those in JSON, by either ending, without a word in the POM.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['2 definitions compiled: 2 files written, 0 removed']
assert project.files('target/generated-sources/asl') == ['com/acme/GreetAll.java', 'com/acme/Part.java']
def source = project.read('target/generated-sources/asl/com/acme/GreetAll.java')
assert source.contains('Greets whoever comes in')
assert source.contains('greet-all.asl.yaml:7')

assert project.mvn('generate-sources').closings() == ['2 definitions unchanged']
