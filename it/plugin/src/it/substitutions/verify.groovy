import dev.asl4j.it.plugin.Project

// Placeholders get their values from the POM and from a properties file; the POM's count more, and a changed value generates anew.
def project = new Project(basedir, localRepositoryPath)
def source = 'target/generated-sources/asl/com/acme/Greet.java'
assert project.firstBuild().closings() == ['1 definition compiled: 1 file written, 0 removed']
assert project.firstBuild().diagnostics() == ''
assert project.read(source).contains('In eu-west-1')
assert project.read(source).contains('hello, ${Name}')
assert project.read(source).contains('7')

assert project.mvn('generate-sources').closings() == ['1 definition unchanged']

project.edit('src/main/asl/local.properties', 'eu-west-1', 'us-east-1')
assert project.mvn('generate-sources').closings() == ['1 definition compiled: 1 file written, 0 removed']
assert project.read(source).contains('In us-east-1')

project.edit('pom.xml', '<Greeting>hello', '<Greeting>good evening')
assert project.mvn('generate-sources').closings() == ['1 definition compiled: 1 file written, 0 removed']
assert project.read(source).contains('good evening, ${Name}')

project.edit('pom.xml', 'local.properties', 'nowhere.properties')
def missing = project.path('src/main/asl/nowhere.properties')
assert project.mvn('generate-sources').failure() == "substitutionsFile '" + missing + "' does not exist"
