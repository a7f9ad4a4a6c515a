import dev.asl4j.it.plugin.Project

// Four modules at a time, configured once in their parent; messages name files from where Maven was started.
def project = new Project(basedir, localRepositoryPath)
def first = project.firstBuild()
assert first.closings().findAll { it == '2 definitions compiled: 2 files written, 0 removed' }.size() == 4
assert first.closings().contains('no definitions in src/main/asl') // the parent itself
assert !first.mentions('not marked as @threadSafe')
for (module in ['bills', 'offers', 'orders', 'tours']) {
    assert project.files(module + '/target/generated-sources/asl') == ["com/acme/$module/One.java", "com/acme/$module/Two.java"]*.toString()
    assert project.exists(module + "/target/classes/com/acme/$module/Two.class")
}

assert project.mvn('-T', '4', 'compile').closings().findAll { it == '2 definitions unchanged' }.size() == 4

project.edit('offers/src/main/asl/com/acme/offers/two.asl.json', '"StartAt": "Greet"', '"StartAt": "Great"')
def third = project.mvn('-T', '4', 'compile')
assert third.failure() == '2 definitions: 1 error'
assert third.diagnostics().startsWith('[ERROR] offers/src/main/asl/com/acme/offers/two.asl.json:2:14: error: ')
