import dev.asl4j.it.plugin.Project

// An output that was deleted or edited by hand is put right again.
def project = new Project(basedir, localRepositoryPath)
def greet = 'target/generated-sources/asl/com/acme/Greet.java'
def part = 'target/generated-sources/asl/com/acme/Part.java'
def text = project.read(greet)

project.delete(greet)
assert project.mvn('generate-sources').closings() == ['2 definitions compiled: 1 file written, 0 removed']
assert project.read(greet) == text

project.write(part, '// edited')
assert project.mvn('generate-sources').closings() == ['2 definitions compiled: 1 file written, 0 removed']
assert project.read(part) != '// edited'
assert project.mvn('generate-sources').closings() == ['2 definitions unchanged']
