import dev.asl4j.it.plugin.Project

// A definition becomes a class of the project; code beside it compiles against that class, and it runs.
def project = new Project(basedir, localRepositoryPath)
assert project.firstBuild().closings() == ['1 definition compiled: 1 file written, 0 removed']
assert project.files('target/generated-sources/asl') == ['com/acme/PriceOrder.java']
assert project.java('com.acme.Main') == '{"text":"tea for 90"}\nTooDear: more than 100'
