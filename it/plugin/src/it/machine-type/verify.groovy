import dev.asl4j.it.plugin.Project

// What an Express machine cannot do is refused once the plugin knows that it is one.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().succeeded()

def express = project.mvn('generate-sources', '-Dasl.machineType=express')
assert express.diagnostics().startsWith('[ERROR] src/main/asl/order.asl.json:6:')
assert express.diagnostics().contains('[not-in-express]')
assert express.failure() == '1 definition: 1 error'

def typo = project.mvn('generate-sources', '-Dasl.machineType=fast')
assert typo.failure() == "machineType 'fast' is neither 'standard' nor 'express'"
