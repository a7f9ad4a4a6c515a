package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.schema.SchemaFile;
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

        Definition definition = new DefinitionScanner(request(ALL, List.of()))
                .scan()
                .definitions()
                .get(0);

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

    @Test
    void readsTheFileBesideADefinition() throws IOException {
        files("a/order.asl.json", "a/order.rules.json", "order.asl.json", "bill.asl.yaml", "bill.rules.json");

        List<Definition> found = new DefinitionScanner(request(List.of("**/*.asl.*"), List.of()))
                .scan()
                .definitions();

        assertThat(found)
                .extracting(Definition::path)
                .containsExactly("a/order.asl.json", "bill.asl.yaml", "order.asl.json");
        assertThat(found.get(0).rules()).isNotNull();
        assertThat(found.get(0).rules().displayPath()).isEqualTo("src/main/asl/a/order.rules.json");
        assertThat(found.get(0).rules().content()).asString().isEqualTo("a/order.rules.json");
        assertThat(found.get(1).rules()).isNotNull();
        assertThat(found.get(2).rules()).isNull();
    }

    @Test
    void takesAFileBesideADefinitionForNoDefinition() throws IOException {
        files("order.asl.json", "order.rules.json", "business.rules.json", "bill.json", "bill.rules.json");

        assertThat(scan(List.of("**/*.json"), List.of()))
                .containsExactly("bill.json", "business.rules.json", "order.asl.json");
    }

    @Test
    void readsTypesAndTheSchemasTheyMayReferTo() throws IOException {
        files("a/order.asl.json", "a/order.types.json", "schemas/b/c.yaml", "schemas/a.json", "schemas/notes.txt");
        files("schemas/bill.asl.json", "schemas/bill.rules.json", "a/schemas/d.json");

        Sources found = new DefinitionScanner(request(List.of("**/*.json"), List.of())).scan();

        assertThat(found.definitions())
                .extracting(Definition::path)
                .containsExactly("a/order.asl.json", "a/schemas/d.json", "schemas/bill.asl.json");
        assertThat(found.definitions().get(0).types()).isNotNull();
        assertThat(found.schemas()).extracting(SchemaFile::path).containsExactly("schemas/a.json", "schemas/b/c.yaml");
        assertThat(found.displayPaths())
                .containsExactly(
                        "src/main/asl/a/order.asl.json",
                        "src/main/asl/a/order.types.json",
                        "src/main/asl/a/schemas/d.json",
                        "src/main/asl/schemas/bill.asl.json",
                        "src/main/asl/schemas/bill.rules.json",
                        "src/main/asl/schemas/a.json",
                        "src/main/asl/schemas/b/c.yaml");
    }

    @Test
    void readsNoSchemasWhereNothingRefersToThem() throws IOException {
        files("order.asl.json", "schemas/a.json", "bill.types.json");

        assertThat(new DefinitionScanner(request(ALL, List.of())).scan().schemas())
                .isEmpty();
    }

    private List<String> scan(List<String> includes, List<String> excludes) throws IOException {
        return new DefinitionScanner(request(includes, excludes))
                .scan().definitions().stream().map(Definition::path).toList();
    }

    private Path sources() {
        return folder.resolve("src/main/asl");
    }

    private GenerationRequest request(List<String> includes, List<String> excludes) {
        Path state = folder.resolve("target/asl4j/generate.state");
        return new GenerationRequest(
                sources(), folder, state, "1", "1", includes, excludes, CompilerOptions.DEFAULTS, null, false, false);
    }

    private void files(String... paths) throws IOException {
        for (String path : paths) {
            Path file = sources().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, path);
        }
    }
}
