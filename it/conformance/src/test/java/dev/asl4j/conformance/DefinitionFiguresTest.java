package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good definitions are accepted and bad ones refused, where the fault is. The folder is that of the system property
 * {@code asl4j.definitions} or, without it, {@code definitions} below that of {@code asl4j.conformance}. What came of each definition is
 * in {@code target/definitions.json}.
 */
class DefinitionFiguresTest {
    @Test
    void goodDefinitionsAreToldFromBadOnes() throws IOException {
        Optional<Path> folder = Folders.definitions();
        if (folder.isEmpty()) {
            String reason = "skipped: DefinitionFiguresTest needs -Dasl4j.definitions=DIR";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        DefinitionFigures figures = DefinitionFigures.of(folder.get());
        assertThat(figures.isEmpty()).as("no definitions in %s", folder.get()).isFalse();

        figures.print(System.out);
        figures.write(Path.of(System.getProperty("asl4j.definitionsReport")));

        assertThat(figures.shortfalls()).as("see above").isEmpty();
    }

    /** A folder that is made to fall short of everything. */
    @Test
    void tellsWhatFallsShort(@TempDir Path target) throws IOException, URISyntaxException {
        Path folder =
                Path.of(DefinitionFiguresTest.class.getResource("/definitions").toURI());
        DefinitionFigures figures = DefinitionFigures.of(folder);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        figures.print(new PrintStream(printed, true, StandardCharsets.UTF_8));
        figures.write(target.resolve("new/definitions.json"));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(Files.readString(folder.resolve("printed.txt")));
        assertThat(Texts.MAPPER.readTree(target.resolve("new/definitions.json").toFile()))
                .isEqualTo(Texts.MAPPER.readTree(folder.resolve("report.json").toFile()));
        assertThat(figures.shortfalls())
                .containsExactlyElementsOf(Files.readAllLines(folder.resolve("shortfalls.txt")));
    }
}
