import dev.asl4j.it.plugin.Project

// Only what the edited definition produces is written again.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().succeeded()
def before = project.age('target/generated-sources/asl')

project.edit('src/main/asl/com/acme/greet.asl.json', 'hello', 'good morning')
assert project.mvn('generate-sources').closings() == ['2 definitions compiled: 1 file written, 0 removed']
def after = project.times('target/generated-sources/asl')
assert after['com/acme/Greet.java'] != before['com/acme/Greet.java']
assert after['com/acme/Part.java'] == before['com/acme/Part.java']
assert project.read('target/generated-sources/asl/com/acme/Greet.java').contains('good morning')
