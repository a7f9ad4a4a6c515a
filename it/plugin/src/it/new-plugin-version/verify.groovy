import dev.asl4j.it.plugin.Project

// Another version of the plugin generates anew, although no definition has changed.
def project = new Project(basedir, localRepositoryPath)
assert project.mvn('generate-sources').closings() == ['2 definitions unchanged']
def before = project.age('target/generated-sources')

project.installPlugin('9.9.9')
def second = project.mvn('generate-sources', '-Dasl4j.version=9.9.9')
assert second.mentions('asl4j-maven-plugin:9.9.9:generate') || second.mentions('asl4j:9.9.9:generate')
assert second.closings() == ['2 definitions compiled: 0 files written, 0 removed']
assert before == project.times('target/generated-sources') // compiled, but to the same bytes
assert project.mvn('generate-sources', '-Dasl4j.version=9.9.9').closings() == ['2 definitions unchanged']
