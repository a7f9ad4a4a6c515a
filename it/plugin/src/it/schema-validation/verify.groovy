import dev.asl4j.it.plugin.Project

// Data is checked by schemas at run time, by an artifact of its own; without the parameter what no type holds is warned of instead.
def source = 'target/generated-sources/asl/com/acme/Greet.java'
def refused = 'Ada\nnot valid by its schema: does not match the regex pattern ^[A-Z][a-z]+$ (pattern)'
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().succeeded()
assert project.firstBuild().diagnostics() == ''
assert project.read(source).contains('^[A-Z][a-z]+$')
// In front of it SLF4J may say that nothing is there to log.
assert project.java('com.acme.Main', 'dev/asl4j/asl4j-validation', 'com/networknt', 'com/ethlo', 'org/slf4j/slf4j-api').endsWith(refused)
assert project.java('com.acme.Main') == 'com.acme.Greet checks data by its schemas, and nothing that does so is there: ' +
        'add dev.asl4j:asl4j-validation to the dependencies'
assert project.mvn('compile').closings() == ['1 definition unchanged']

project.edit('pom.xml', '<schemaValidation>true', '<schemaValidation>false')
def without = project.mvn('compile')
assert without.succeeded()
assert without.diagnostics().startsWith(
        '[WARNING] src/main/asl/schemas/name.json:1:21: warning: no Java type holds "pattern", and nothing checks it [schema-not-carried]')
assert !project.read(source).contains('^[A-Z]')
assert project.java('com.acme.Main') == 'Ada\nada'
