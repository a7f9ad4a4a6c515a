import dev.asl4j.it.plugin.Project

// Types are made of the schemas that a definition's types refer to; a change of such a file, or of how types are made, is seen.
def generated = 'target/generated-sources/asl/'
def money = generated + 'schemas/Money.java'
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().succeeded()
assert project.read(money).contains(' Double amount')
assert project.read(money).contains('additionalProperties')
assert project.exists(generated + 'com/acme/OrderTypes.java')
assert project.mvn('generate-sources').closings() == ['1 definition unchanged']

def decimal = project.mvn('generate-sources', '-Dasl.numbers=decimal', '-Dasl.unknownProperties=refuse')
assert decimal.succeeded()
assert project.read(money).contains(' BigDecimal amount')
assert !project.read(money).contains('additionalProperties')

def typo = project.mvn('generate-sources', '-Dasl.numbers=float')
assert typo.failure() == "numbers 'float' is neither 'double' nor 'decimal'"
typo = project.mvn('generate-sources', '-Dasl.unknownProperties=drop')
assert typo.failure() == "unknownProperties 'drop' is neither 'keep' nor 'refuse'"

project.write('src/main/asl/schemas/money.json', '{ "type": "objet" }')
def fault = project.mvn('generate-sources')
assert fault.diagnostics().startsWith('[ERROR] src/main/asl/schemas/money.json:1:11: error: there is no type "objet"')
assert fault.failure() == '1 definition: 1 error'

project.delete('src/main/asl/com/acme/order.types.json')
def untyped = project.mvn('generate-sources')
assert untyped.succeeded()
assert !project.exists(money)
