package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentCommandTest {
    private static final String CASES = "src/test/resources/document/";

    @TempDir
    Path folder;

    @Test
    void thePageOfOneDefinitionIsPrinted() {
        Run run = Run.of("document", "--package", "com.acme", CASES + "claims/com/acme/money/pay-out.asl.json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("# pay-out\n\nPays money to a customer\n")
                .contains("| Java class | `com.acme.PayOut` |")
                .doesNotContain("All workflows");
    }

    @Test
    void thePagesOfAFolderAreWritten() throws IOException {
        Path kept = folder.resolve("kept.md");
        Files.writeString(kept, "kept");

        Run first = Run.of("document", "-o", folder.toString(), CASES + "claims");
        Run second = Run.of("document", "-o", folder.toString(), CASES + "claims");

        assertThat(first.code()).isZero();
        assertThat(first.err()).isEqualTo("4 files written, 0 unchanged\n");
        assertThat(second.err()).isEqualTo("0 files written, 4 unchanged\n");
        assertThat(first.out()).isEmpty();
        Path expected = Path.of(CASES + "claims.expected");
        try (Stream<Path> pages = Files.walk(expected)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                assertThat(folder.resolve(expected.relativize(page).toString())).hasSameTextualContentAs(page);
            }
        }
        assertThat(kept).hasContent("kept");
    }

    @Test
    void schemasAreFound() {
        Run run = Run.of("document", "-o", folder.toString(), CASES + "schemas");

        assertThat(run.err()).isEqualTo("2 files written, 0 unchanged\n");
        assertThat(folder.resolve("order.md")).hasSameTextualContentAs(Path.of(CASES + "schemas.expected/order.md"));
    }

    @Test
    void errorsKeepPagesFromBeingWritten() throws IOException {
        Run run = Run.of("document", "-o", folder.toString(), "src/test/resources/drawing/with-errors.asl.json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[unknown-next]");
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written).isEmpty();
        }
    }

    @Test
    void mistakesOnTheCommandLine() {
        for (List<String> arguments :
                List.of(List.of(CASES + "claims"), List.of("nowhere.asl.json"), List.<String>of())) {
            Run run = Run.of(
                    Stream.concat(Stream.of("document"), arguments.stream()).toArray(String[]::new));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("aslc document: ");
        }
        assertThat(Run.of("document", CASES + "claims").err())
                .contains("3 definitions; say where their pages go, by -o DIR");
    }
}
