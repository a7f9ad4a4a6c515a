import dev.asl4j.it.plugin.Project
import groovy.json.JsonSlurper

// All diagnostics are in a report for code-review tools, with their places, whether the build fails or not.
def project = new Project(basedir, localRepositoryPath)
def results = { String file -> new JsonSlurper().parseText(project.read(file)).runs[0].results }
def places = { String file ->
    results(file).collect {
        def place = it.locations[0].physicalLocation
        [it.ruleId, it.level, place.artifactLocation.uri, place.region.startLine, place.region.startColumn]
    }
}
def good = 'src/main/asl/good%20order.asl.json'

assert project.firstBuild().succeeded()
assert places('target/reports/asl.sarif') == [['no-dollar', 'warning', good, 6, 29], ['no-dollar', 'warning', good, 11, 29]]
assert places('target/reports/test.sarif').collect { it[2] } == ['src/test/asl/probe.asl.json'] * 2

def before = project.age('target/reports')
assert project.mvn('generate-test-sources').succeeded()
assert before == project.times('target/reports')

project.edit('src/main/asl/good order.asl.json', '"Next": "Bill"', '"Next": "Bil"')
assert project.mvn('generate-test-sources').failure() == '1 definition: 1 error, 2 warnings'
assert places('target/reports/asl.sarif').contains(['unknown-next', 'error', good, 7, 15])

// Nothing to report is a report, and the next build brings one back that is gone.
project.edit('src/main/asl/good order.asl.json', '"Next": "Bil"', '"Next": "Bill"')
project.edit('src/main/asl/good order.asl.json', '"to"', '"to.$"')
assert project.mvn('generate-test-sources').succeeded()
assert places('target/reports/asl.sarif') == []
project.delete('target/reports/asl.sarif')
assert project.mvn('generate-sources').closings() == ['1 definition compiled: 0 files written, 0 removed']
assert places('target/reports/asl.sarif') == []
assert project.mvn('generate-sources').closings() == ['1 definition unchanged']

// The goal check, which needs no output, writes it as well.
assert project.mvn('dev.asl4j:asl4j-maven-plugin:check', '-Dasl.sarifFile=target/check.sarif').succeeded()
assert places('target/check.sarif') == []
