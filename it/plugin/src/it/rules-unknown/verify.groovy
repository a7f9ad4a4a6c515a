import dev.asl4j.it.plugin.Project

// A rule, a level or a state that does not exist is a mistake, in the POM and beside a definition.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().failure() == 'rules: there is no rule "no-dolar"; did you mean "no-dollar"?'

project.edit('pom.xml', 'no-dolar>off<', 'no-dollar>of<')
project.edit('pom.xml', '/no-dolar>', '/no-dollar>')
def level = project.mvn('generate-sources')
assert level.failure() == 'rules: the level of "no-dollar" is "of"; expected "off", "note", "warning" or "error"'

project.edit('pom.xml', '<no-dollar>of</no-dollar>', '<unknown-next>off</unknown-next>')
def fixed = project.mvn('generate-sources')
assert fixed.failure() ==
        'rules: the rule "unknown-next" cannot be set to "off"; it is always an error: nothing could be compiled'
assert !project.exists('target/generated-sources')

project.edit('pom.xml', '<unknown-next>off</unknown-next>', '<no-dollar>off</no-dollar>')
project.write('src/main/asl/order.rules.json', '{"rules": { "no-dolar": "off", "no-path": "of" }, "states": { "Shp": {} } }')
def beside = project.mvn('generate-sources')
assert beside.diagnostics() == project.read('expected.txt')
assert beside.failure() == '1 definition: 3 errors'
