package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefinitionScannerTest {
    private static final List<String> ALL = List.of("**/*.asl.json");

    @TempDir
    Path folder;

    @Test
    void findsDefinitionsSortedByPath() throws IOException {
        files("b.asl.json", "a/z.asl.json", "a/b/c.asl.json", "notes.txt", "a/z.types.json");

        assertThat(scan(ALL, List.of())).containsExactly("a/b/c.asl.json", "a/z.asl.json", "b.asl.json");
    }

    @Test
    void showsPathsFromTheRootOfTheBuild() throws IOException {
        files("a/order.asl.json");

        Definition definition =
                new DefinitionScanner(request(ALL, List.of())).scan().get(0);

        assertThat(definition.displayPath()).isEqualTo("src/main/asl/a/order.asl.json");
        assertThat(definition.content()).asString().isEqualTo("a/order.asl.json");
    }

    @Test
    void findsNothingWithoutTheFolder() throws IOException {
        assertThat(scan(ALL, List.of())).isEmpty();
    }

    @Test
    void followsIncludesAndExcludes() throws IOException {
        files("orders/a.asl.json", "orders/old/b.asl.json", "drafts/c.asl.json", "d.json");

        assertThat(scan(List.of("orders/"), List.of())).containsExactly("orders/a.asl.json", "orders/old/b.asl.json");
        assertThat(scan(ALL, List.of("drafts/**"))).containsExactly("orders/a.asl.json", "orders/old/b.asl.json");
        assertThat(scan(List.of("*.json", "*/*.asl.json"), List.of("orders/**")))
                .containsExactly("d.json", "drafts/c.asl.json");
    }

    @Test
    void leavesOutWhatEditorsLeaveBehind() throws IOException {
        files("a.asl.json", ".#a.asl.json", "._a.asl.json", ".svn/a.asl.json");

        assertThat(scan(ALL, List.of())).containsExactly("a.asl.json");
    }

    @Test
    void passesOverLinksThatLeadNowhere() throws IOException {
        files("a.asl.json");
        Files.createSymbolicLink(sources().resolve("b.asl.json"), Path.of("nowhere"));

        assertThat(scan(ALL, List.of())).containsExactly("a.asl.json");
    }

    private List<String> scan(List<String> includes, List<String> excludes) throws IOException {
        return new DefinitionScanner(request(includes, excludes))
                .scan().stream().map(Definition::path).toList();
    }

    private Path sources() {
        return folder.resolve("src/main/asl");
    }

    private GenerationRequest request(List<String> includes, List<String> excludes) {
        Path state = folder.resolve("target/asl4j/generate.state");
        return new GenerationRequest(
                sources(), folder, state, "1", includes, excludes, CompilerOptions.DEFAULTS, false, false);
    }

    private void files(String... paths) throws IOException {
        for (String path : paths) {
            Path file = sources().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
        }
    }
}
