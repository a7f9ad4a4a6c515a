package dev.asl4j.compiler.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.AslCompiler;
import dev.asl4j.compiler.CompilationResult;
import dev.asl4j.compiler.CompilerOptions;
import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the pages about the definitions in {@code document/<case>} against {@code document/<case>.expected}, and those about the quickstart
 * against the ones in the documentation: the set of pages and every byte. {@code -Dgolden.update=true} rewrites what is expected.
 */
final class PagesTest {
    private static final Path CASES = Path.of("src/test/resources/document");
    private static final Path QUICKSTART = Path.of("../it/quickstart/src/main/asl");
    private static final Path DOCUMENTED = Path.of("../docs/workflows");

    /** A module, and where the pages about it are. */
    record Case(Path module, Path expected) {
        @Override
        public String toString() {
            return module.toString();
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>(List.of(new Case(QUICKSTART, DOCUMENTED)));
        try (Stream<Path> folders = Files.list(CASES)) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.toString().endsWith(".expected"))
                    .sorted()
                    .forEach(folder ->
                            cases.add(new Case(folder, folder.resolveSibling(folder.getFileName() + ".expected"))));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatIsExpected(Case module) throws IOException {
        Map<String, String> actual = pages(module.module(), false);
        if (Boolean.getBoolean("golden.update")) {
            rewrite(module.expected(), actual);
        }
        assertThat(files(module.expected())).isEqualTo(actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfTheFilesDoesNotMatter(Case module) throws IOException {
        assertThat(pages(module.module(), true)).isEqualTo(pages(module.module(), false));
    }

    /** Links inside of a page lead to one place, others to a page. */
    @ParameterizedTest
    @MethodSource("cases")
    void linksLeadSomewhere(Case module) throws IOException {
        Map<String, String> pages = pages(module.module(), false);
        pages.forEach((path, text) -> {
            ReadPage page = ReadPage.of(text);
            assertThat(page.anchors).as(path).doesNotHaveDuplicates();
            for (String link : page.links) {
                if (link.startsWith("#")) {
                    assertThat(page.anchors).as(path).contains(link.substring(1));
                } else {
                    URI target = URI.create(Markdown.path(path)).resolve(link);
                    assertThat(pages).as(path + ": " + link).containsKey(target.getPath());
                }
            }
        });
    }

    /** Whatever a definition says: tables stay tables, and nothing becomes HTML, a picture, a list or a heading of its own. */
    @ParameterizedTest
    @MethodSource("cases")
    void nothingBecomesMarkup(Case module) throws IOException {
        pages(module.module(), false).forEach((path, text) -> {
            ReadPage page = ReadPage.of(text);
            assertThat(page.html).as(path).isEmpty();
            assertThat(page.kinds)
                    .as(path)
                    .isSubsetOf(
                            "Document",
                            "Heading",
                            "Link",
                            "Paragraph",
                            "StrongEmphasis",
                            "TableBlock",
                            "TableBody",
                            "TableCell",
                            "TableHead",
                            "TableRow");
            assertThat(page.rows).as(path).isEqualTo(rows(path, text));
            assertThat(page.fences).as(path).allMatch(info -> info.equals("mermaid") || info.equals("text"));
        });
    }

    /** The rows that a page has by its lines, each with as many cells as the one above it. */
    private static int rows(String path, String text) {
        int rows = 0;
        int cells = 0;
        boolean isFenced = false;
        for (String line : text.lines().toList()) {
            isFenced ^= line.startsWith("```");
            if (isFenced || !line.startsWith("|")) {
                cells = 0;
                continue;
            }
            int own = line.replace("\\|", "").replaceAll("[^|]", "").length();
            assertThat(cells == 0 || cells == own).as(path + ": " + line).isTrue();
            cells = own;
            rows += line.startsWith("| ---") ? 0 : 1;
        }
        return rows;
    }

    /** Names are shown to the letter, however odd. */
    @Test
    void namesAreShownAsTheyAre() throws IOException {
        String text = pages(CASES.resolve("hostile"), false).get("no title # 1.md");
        ReadPage page = ReadPage.of(text);

        for (String name : Files.readAllLines(CASES.resolve("names.txt"))) {
            String shown = Quotes.plain(name.translateEscapes());
            assertThat(page.codes).contains(shown);
        }
        assertThat(page.headings).doesNotHaveDuplicates().hasSize(15);
        assertThat(page.text)
                .contains("# No title <img src=x onerror=alert(1)> | [l](x) `c` \\ & 1. \\u2028 *b* ```")
                .contains("- no list 1. none")
                .contains("# not a heading | a | b | |---|---| | 1 | 2 |");
    }

    /** A page alone has no list to link to. */
    @Test
    void aPageAlone() throws IOException {
        Definition definition = definition(CASES.resolve("claims"), "com/acme/money/pay-out.asl.json");

        CompilationResult result = AslCompiler.document(definition, List.of(), CompilerOptions.DEFAULTS);

        assertThat(result.files()).singleElement().satisfies(page -> {
            assertThat(page.path()).isEqualTo("com/acme/money/pay-out.md");
            assertThat(ReadPage.of(page.content()).links).allMatch(link -> link.startsWith("#"));
        });
    }

    @Test
    void errorsKeepPagesFromBeingMade() {
        Definition broken = new Definition("a.asl.json", "a.asl.json", "{}".getBytes(StandardCharsets.UTF_8));

        CompilationResult result = AslCompiler.document(List.of(broken), List.of(), CompilerOptions.DEFAULTS);

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.files()).isEmpty();
        assertThat(AslCompiler.document(List.of(), List.of(), CompilerOptions.DEFAULTS)
                        .files())
                .isEmpty();
    }

    private static Map<String, String> pages(Path module, boolean backwards) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        List<SchemaFile> schemas = new ArrayList<>();
        for (Map.Entry<String, String> file : files(module).entrySet()) {
            String path = file.getKey();
            if (SchemaFile.isOne(path)) {
                schemas.add(new SchemaFile(path, path, Files.readAllBytes(module.resolve(path))));
            } else if (!SideFile.isOne(path)) {
                definitions.add(definition(module, path));
            }
        }
        if (backwards) {
            Collections.reverse(definitions);
            Collections.reverse(schemas);
        }
        CompilationResult result = AslCompiler.document(definitions, schemas, CompilerOptions.DEFAULTS);
        assertThat(result.hasErrors()).as(result.diagnostics().toString()).isFalse();
        Map<String, String> pages = new TreeMap<>();
        result.files().forEach(page -> pages.put(page.path(), page.content()));
        return pages;
    }

    private static Definition definition(Path module, String path) throws IOException {
        return new Definition(path, path, Files.readAllBytes(module.resolve(path))).withTypes(types(module, path));
    }

    private static @Nullable SideFile types(Path module, String path) throws IOException {
        Path definition = module.resolve(path);
        Path file = definition.resolveSibling(
                SideFile.Kind.TYPES.nameFor(definition.getFileName().toString()));
        return Files.exists(file) ? new SideFile(file.getFileName().toString(), Files.readAllBytes(file)) : null;
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void rewrite(Path root, Map<String, String> files) throws IOException {
        for (String old : files(root).keySet()) {
            Files.delete(root.resolve(old));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
