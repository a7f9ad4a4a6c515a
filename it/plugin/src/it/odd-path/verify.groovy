import dev.asl4j.it.plugin.Project

// Blanks and letters beyond ASCII, in the path of the project and in those of definitions.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['1 definition compiled: 1 file written, 0 removed']

// A JVM in the C locale cannot name such files at all; what it can name is tried.
def canNameAll = java.nio.charset.Charset.forName(System.getProperty('sun.jnu.encoding')).newEncoder().canEncode('ü日')
def copy = project.copy(canNameAll ? 'späces ünd 日本' : 'spaces and more')
if (canNameAll) {
    copy.write('src/main/asl/com/acme/grüße.asl.json', copy.read('src/main/asl/com/acme/good morning.asl.json'))
}
def number = canNameAll ? '2 definitions' : '1 definition'
assert copy.mvn('compile').closings()[0].startsWith(number + ' compiled: ')
assert copy.files('target/classes/com/acme').findAll { !it.contains('$') }.size() == (canNameAll ? 2 : 1)
def before = copy.age('target/generated-sources')
assert copy.mvn('compile').closings() == [number + ' unchanged']
assert before == copy.times('target/generated-sources')

copy.edit('src/main/asl/com/acme/good morning.asl.json', '"StartAt": "Greet"', '"StartAt": "Great"')
assert copy.mvn('compile').diagnostics().startsWith('[ERROR] src/main/asl/com/acme/good morning.asl.json:2:14: error: ')
