package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Recorded cases come out as they were recorded. They are the files below the folder that the system property {@code asl4j.conformance}
 * names that hold a JSON object with {@code id} and {@code kind}. Prints each case that fails and, last, the totals; what came of each case
 * is in {@code target/conformance.json}.
 */
@NeedsFolder("asl4j.conformance")
class RecordedCasesTest {
    private final Gaps gaps = Gaps.of("/known-gaps.txt");

    @Test
    void comeOutAsRecorded() throws IOException {
        Path folder = Folders.given("asl4j.conformance");
        Cases cases = Cases.under(folder);
        cases.unreadable().forEach(file -> System.out.println("NOT READ " + file));
        assertThat(cases.all()).as("cases in %s", folder).isNotEmpty();

        List<Verdict> verdicts = CaseRun.verdicts(cases.all());

        Report report = new Report(verdicts, gaps);
        report.write(Path.of(System.getProperty("asl4j.report")));
        report.print(System.out);
        assertThat(ids(verdicts, Verdict.Result.FAILED)
                        .filter(id -> gaps.reason(id).isEmpty()))
                .as("cases that fail, see above")
                .isEmpty();
        assertThat(ids(verdicts, Verdict.Result.PASSED)
                        .filter(id -> gaps.reason(id).isPresent()))
                .as("gaps that are none")
                .isEmpty();
    }

    private static Stream<String> ids(List<Verdict> verdicts, Verdict.Result result) {
        return verdicts.stream()
                .filter(verdict -> verdict.result() == result && CaseRun.isBinding(verdict))
                .map(verdict -> verdict.subject().id());
    }
}
