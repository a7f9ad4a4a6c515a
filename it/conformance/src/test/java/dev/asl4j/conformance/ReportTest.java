package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of the cases under {@code cases}, which are made to pass, to fail and to be skipped; {@code report} says what comes of them. */
class ReportTest {
    private final Path cases = resource("/cases");
    private final Path expected = resource("/report");

    @TempDir
    private Path target;

    @Test
    void tellsOfEachCaseWhatCameOfIt() throws IOException {
        Cases found = Cases.under(cases);
        Report report = new Report(CaseRun.verdicts(found.all()), Gaps.of("/report/gaps.txt"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        report.write(target.resolve("new/conformance.json"));

        assertThat(found.unreadable()).singleElement().asString().startsWith("broken.json: ");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(Files.readString(expected.resolve("printed.txt")));
        assertThat(Texts.MAPPER.readTree(target.resolve("new/conformance.json").toFile()))
                .isEqualTo(Texts.MAPPER.readTree(
                        expected.resolve("conformance.json").toFile()));
    }

    private static Path resource(String name) {
        try {
            return Path.of(ReportTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
