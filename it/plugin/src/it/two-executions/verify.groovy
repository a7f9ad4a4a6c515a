import dev.asl4j.it.plugin.Project

// Two executions share an output directory; each knows its own files, and neither may take one of the other.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == [
        '2 definitions compiled: 2 files written, 0 removed', '1 definition compiled: 1 file written, 0 removed']
assert project.exists('target/classes/com/acme/Greet.class')
assert project.exists('target/classes/legacy/com/acme/Greet.class')

project.delete('src/main/asl/com/acme/part.asl.json')
assert project.mvn('generate-sources').closings() == ['1 definition compiled: 0 files written, 1 removed', '1 definition unchanged']
assert project.files('target/generated-sources/asl') == ['com/acme/Greet.java', 'legacy/com/acme/Greet.java']

def conflict = project.mvn('generate-sources', '-Dlegacy.package=')
assert conflict.failure().startsWith('com/acme/Greet.java is generated from ')
assert project.files('target/generated-sources/asl') == ['com/acme/Greet.java', 'legacy/com/acme/Greet.java']
