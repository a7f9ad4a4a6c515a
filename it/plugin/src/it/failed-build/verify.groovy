import dev.asl4j.it.plugin.Project

// A faulty definition stops the build and leaves output and state as they were.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().succeeded()
def before = project.age('target/generated-sources') + project.age('target/asl4j')

project.edit('src/main/asl/com/acme/greet.asl.json', '"StartAt": "Greet"', '"StartAt": "Great"')
def second = project.mvn('generate-sources')
assert !second.succeeded()
assert second.failure() == '2 definitions: 1 error'
assert before == project.times('target/generated-sources') + project.times('target/asl4j')

project.edit('src/main/asl/com/acme/greet.asl.json', 'Great', 'Greet')
assert project.mvn('generate-sources').closings() == ['2 definitions unchanged']
