import dev.asl4j.it.plugin.Project

// The file beside a definition counts in it alone, or in a state of it, for check and generate alike; a change of it is seen.
def project = new Project(basedir, localRepositoryPath)
def expected = project.read('expected.txt')
def first = project.firstBuild()
assert first.succeeded()
assert first.diagnostics() == expected + expected
assert first.summaries() == ['3 definitions: 4 warnings, 1 note'] * 2

def off = '{"rules": {"no-dollar": "off"}}'
['a', 'b', 'c'].each { project.write("src/main/asl/$it/order.rules.json", off) }
def silent = project.mvn('generate-sources')
assert silent.diagnostics().isEmpty()
assert silent.closings() == ['3 definitions checked', '3 definitions compiled: 0 files written, 0 removed']
assert project.mvn('generate-sources').closings() == ['3 definitions checked', '3 definitions unchanged']

project.delete('src/main/asl/c/order.rules.json')
def third = project.mvn('generate-sources')
assert third.summaries() == ['3 definitions: 2 warnings'] * 2

// Before what is set for all definitions.
project.write('src/main/asl/c/order.rules.json', '{"rules": {"no-dollar": "error"}}')
def failed = project.mvn('generate-sources')
assert failed.failure() == '3 definitions: 2 errors'
