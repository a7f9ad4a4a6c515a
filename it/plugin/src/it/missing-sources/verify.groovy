import dev.asl4j.it.plugin.Project

// No definitions are no mistake, unless the project says so.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['no definitions in src/main/asl']
assert !project.exists('target/asl4j')

def strict = project.mvn('generate-sources', '-Dasl.failOnMissingSources')
assert strict.failure().startsWith('no definitions in src/main/asl (includes [**/*.asl.json, **/*.asl.yaml, **/*.asl.yml]')
