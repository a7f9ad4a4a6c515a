import dev.asl4j.it.plugin.Project

// A level in the POM counts in all definitions, for check and generate alike; another level is another input.
def project = new Project(basedir, localRepositoryPath)
def expected = project.read('expected.txt')
def first = project.firstBuild()
assert first.diagnostics() == expected
assert first.failure() == '1 definition: 2 errors'
def check = project.mvn('dev.asl4j:asl4j-maven-plugin:check@rules')
assert check.diagnostics() == expected
assert check.failure() == '1 definition: 2 errors'

project.edit('pom.xml', '<no-dollar>error</no-dollar>', '<no-dollar>note</no-dollar>')
def notes = project.mvn('generate-sources')
assert notes.diagnostics() == expected.replace('ERROR', 'INFO').replace('error', 'note')
assert notes.summaries() == ['1 definition: 2 notes']
assert notes.closings() == ['1 definition compiled: 1 file written, 0 removed']

project.edit('pom.xml', '<no-dollar>note</no-dollar>', '<no-dollar>off</no-dollar>')
def off = project.mvn('generate-sources')
assert off.diagnostics().isEmpty()
assert off.summaries().isEmpty()
assert off.closings() == ['1 definition compiled: 0 files written, 0 removed']
assert project.mvn('generate-sources').closings() == ['1 definition unchanged']

project.edit('pom.xml', '<no-dollar>off</no-dollar>', '<no-dollar>warning</no-dollar>')
def warnings = project.mvn('generate-sources')
assert warnings.diagnostics() == expected.replace('ERROR', 'WARNING').replace('error', 'warning')
