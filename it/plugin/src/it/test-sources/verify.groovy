import dev.asl4j.it.plugin.Project

// The goal generate-test makes classes for tests: on the class path of the tests, and on no other.
def project = new Project(basedir, localRepositoryPath)
assert project.files('target/generated-test-sources/asl') == ['com/acme/Probe.java']
assert project.exists('target/test-classes/com/acme/Probe.class')
assert project.exists('target/test-classes/com/acme/ProbeUser.class')
assert !project.exists('target/classes')
assert project.mvn('generate-test-sources').closings() == ['1 definition unchanged']

def moved = project.mvn('test-compile', '-Dasl.testSourceDirectory=src/probes', '-Dasl.testOutputDirectory=' + project.path('target/probes'),
        '-Dasl.addTestCompileSourceRoot=false')
assert moved.closings() == ['1 definition compiled: 1 file written, 1 removed']
assert project.files('target/probes') == ['org/Other.java']
assert !moved.succeeded() // ProbeUser has lost its Probe, and the new root is not compiled
assert !project.exists('target/test-classes/org/Other.class')
