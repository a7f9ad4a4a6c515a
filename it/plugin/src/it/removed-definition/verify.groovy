import dev.asl4j.it.plugin.Project

// A removed definition takes its source and its class with it, and leaves alone what is not its own.
def project = new Project(basedir, localRepositoryPath)
assert project.exists('target/classes/com/acme/Greet.class')
project.write('target/generated-sources/asl/org/Foreign.java', 'package org; final class Foreign {}')

project.delete('src/main/asl/com/acme/greet.asl.json')
assert project.mvn('compile').closings() == ['1 definition compiled: 0 files written, 1 removed']
assert project.files('target/generated-sources/asl') == ['com/acme/Part.java', 'org/Foreign.java']
assert !project.exists('target/classes/com/acme/Greet.class')

project.delete('src/main/asl/com/acme/part.asl.json')
assert project.mvn('compile').closings() == ['no definitions in src/main/asl: 0 files written, 1 removed']
assert project.files('target/generated-sources/asl') == ['org/Foreign.java']
assert !project.exists('target/generated-sources/asl/com')
assert project.mvn('compile').closings() == ['no definitions in src/main/asl']
