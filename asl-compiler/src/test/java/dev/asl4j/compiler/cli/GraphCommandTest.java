package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphCommandTest {
    private static final Path DRAWINGS = Path.of("src/test/resources/drawing");

    @ParameterizedTest
    @ValueSource(strings = {"mermaid", "dot"})
    void draws(String format) throws IOException {
        Run run = Run.of(
                "graph",
                "--format",
                format,
                DRAWINGS.resolve("every-state.asl.json").toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(DRAWINGS.resolve("every-state." + format)));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aDefinitionWithErrorsIsDrawnAsFarAsItCouldBeRead() throws IOException {
        Run run = Run.of("graph", DRAWINGS.resolve("with-errors.asl.json").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(Files.readString(DRAWINGS.resolve("with-errors.mermaid")));
        assertThat(run.err()).contains("[unknown-next]").endsWith("drawn as far as it could be read\n");
    }

    @Test
    void whatIsNoDefinition() {
        Run run = Run.of("graph", "src/test/resources/cli/flows/notes.txt");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[syntax-error]").endsWith("nothing could be read to draw\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/test/resources/drawing", "nowhere.asl.json", "--format=png nowhere.asl.json", ""})
    void mistakesOnTheCommandLine(String arguments) {
        Run run = Run.of(("graph " + arguments).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("aslc graph: ");
    }
}
