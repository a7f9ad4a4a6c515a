import dev.asl4j.it.plugin.Project

// The goal document writes a page about each definition and one that lists them, keeps them up to date, and takes stale ones away.
def docs = 'target/asl4j-docs'
def order = docs + '/com/acme/order.md'
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == [
        '2 definitions compiled: 2 files written, 0 removed', '2 definitions documented: 3 files written, 0 removed']
assert project.firstBuild().summaries() == ['2 definitions: 1 warning'] // told once, though two goals find it
assert project.files(docs) == ['README.md', 'com/acme/greet.md', 'com/acme/order.md']
assert project.read(docs + '/README.md').contains('[`order`](com/acme/order.md) | Takes an order |')
assert project.read(order).contains('| Handler | `JsonNode charge(JsonNode input, TaskContext task)` |')

project.write(docs + '/notes.md', 'mine')
def before = project.age(docs)
assert project.mvn('generate-resources').closings() == ['2 definitions unchanged', '2 definitions unchanged']
assert before == project.times(docs)

project.write('src/main/asl/com/acme/order.types.json', '{ "tasks": { "charge": { "errors": ["CardDeclined"] } } }')
assert project.mvn('generate-resources').closings()[1] == '2 definitions documented: 1 file written, 0 removed'
assert project.read(order).contains('`CardDeclined`')

def good = project.read(order)
project.edit('src/main/asl/com/acme/order.asl.json', '"StartAt": "Charge"', '"StartAt": "Chrage"')
assert !project.mvn('generate-resources').succeeded()
assert project.read(order) == good
project.edit('src/main/asl/com/acme/order.asl.json', '"StartAt": "Chrage"', '"StartAt": "Charge"')

project.delete('src/main/asl/com/acme/greet.asl.json')
assert project.mvn('generate-resources').closings()[1] == '1 definition documented: 1 file written, 1 removed'
assert project.files(docs) == ['README.md', 'com/acme/order.md', 'notes.md']

def moved = project.mvn('generate-resources', '-Dasl.documentationDirectory=docs/workflows')
assert moved.closings()[1] == '1 definition documented: 2 files written, 2 removed'
assert project.files('docs/workflows') == ['README.md', 'com/acme/order.md']
assert project.files(docs) == ['notes.md']
