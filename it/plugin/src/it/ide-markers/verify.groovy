import dev.asl4j.it.plugin.Project

// An IDE gets every fault as a marker: file, line, column and text.
def project = new Project(basedir, localRepositoryPath)
def build = project.firstBuild()
def file = project.path('src/main/asl/com/acme/greet.asl.json').toFile().canonicalPath
assert build.lines().any { it.startsWith('[ERROR] ' + file + ' [2:14]: ') && it.endsWith('[unknown-start]') }
assert build.diagnostics().startsWith('[ERROR] src/main/asl/com/acme/greet.asl.json:2:14: error: ')

// Without an IDE each fault is told once.
assert !project.mvn('generate-sources').mentions('[2:14]')
