import dev.asl4j.it.plugin.Project

// Placeholders without a value are warned of, or fail the build where that is asked for; a task is bound by the name of its placeholder.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['1 definition compiled: 1 file written, 0 removed']
assert project.firstBuild().diagnostics() == project.read('expected.txt')
def source = project.read('target/generated-sources/asl/com/acme/Charge.java')
assert source.contains('chargeFunctionArn(')
assert source.contains("The placeholder '\${Pause.Seconds}' at charge.asl.yaml:9:14 has no value")

def strict = project.mvn('generate-sources', '-Dasl.unresolvedSubstitutions=error')
assert strict.diagnostics() == project.read('expected-errors.txt')
assert strict.failure() == '1 definition: 2 errors'

assert project.mvn('generate-sources', '-Dasl.unresolvedSubstitutions=never').failure() ==
    "unresolvedSubstitutions 'never' is neither 'warn' nor 'error'"

project.write('values.properties', 'AWS\\:\\:Region=eu-west-1\nPause.Seconds=3\n')
def resolved = project.mvn('generate-sources', '-Dasl.unresolvedSubstitutions=error', '-Dasl.substitutionsFile=values.properties')
assert resolved.diagnostics() == ''
assert resolved.closings() == ['1 definition compiled: 1 file written, 0 removed']
