import dev.asl4j.it.plugin.Project

// A changed option generates anew, and what the old one had produced is deleted with its folders.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['2 definitions compiled: 2 files written, 0 removed']
assert project.files('target/generated-sources/asl') == ['com/acme/Greet.java', 'com/acme/Part.java']

def second = project.mvn('generate-sources', '-Dasl.packageName=org.example')
assert second.closings() == ['2 definitions compiled: 2 files written, 2 removed']
assert project.files('target/generated-sources/asl') == ['org/example/com/acme/Greet.java', 'org/example/com/acme/Part.java']
assert !project.exists('target/generated-sources/asl/com')
assert project.read('target/generated-sources/asl/org/example/com/acme/Greet.java').contains('package org.example.com.acme;')

def third = project.mvn('generate-sources', '-Dasl.packageName=org.example', '-Dasl.outputDirectory=' + project.path('target/elsewhere'))
assert third.closings() == ['2 definitions compiled: 2 files written, 2 removed']
assert project.files('target/generated-sources/asl') == []
assert project.files('target/elsewhere').size() == 2
