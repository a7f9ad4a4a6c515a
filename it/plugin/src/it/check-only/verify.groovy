import dev.asl4j.it.plugin.Project

// The goal check finds faults and writes nothing, whether it finds one or not.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['2 definitions checked']
assert !project.exists('target')

project.edit('src/main/asl/com/acme/greet.asl.json', '"StartAt": "Greet"', '"StartAt": "Great"')
def second = project.mvn('validate')
assert second.failure() == '2 definitions: 1 error'
assert second.diagnostics().startsWith('[ERROR] src/main/asl/com/acme/greet.asl.json:2:14: error: ')
assert !project.exists('target')
