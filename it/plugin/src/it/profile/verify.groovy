import dev.asl4j.it.plugin.Project

// The profile says by whose rules a definition is judged: the specification allows states that nothing leads to, AWS does not.
def project = new Project(basedir, localRepositoryPath)
def first = project.firstBuild()
assert first.succeeded()
assert first.diagnostics().startsWith('[WARNING] src/main/asl/order.asl.json:7:5: warning: ')
assert first.summaries() == ['1 definition: 1 warning']

def aws = project.mvn('generate-sources', '-Dasl.profile=aws')
assert aws.diagnostics().startsWith('[ERROR] src/main/asl/order.asl.json:7:5: error: ')
assert aws.failure() == '1 definition: 1 error'

def typo = project.mvn('generate-sources', '-Dasl.profile=amazon')
assert typo.failure() == "there is no profile 'amazon'; expected aws, spec or portable"
