package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the generated files of {@code golden/<case>/*.asl.json} against {@code golden/<case>/expected}: the set of files
 * and every byte. {@code -Dgolden.update=true} rewrites what is expected.
 */
final class GoldenTest {
    static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatesWhatIsExpected(Path folder) throws IOException {
        Map<String, String> actual = generated(folder);
        Path expected = folder.resolve("expected");
        if (Boolean.getBoolean("golden.update")) {
            rewrite(expected, actual);
        }
        Map<String, String> golden = files(expected);
        assertThat(actual).containsOnlyKeys(golden.keySet());
        golden.forEach((path, content) -> assertThat(actual.get(path)).as(path).isEqualTo(content));
    }

    /** A golden file that does not compile, or only with a warning, would be a fault held fast. */
    @Test
    void allCompile() throws IOException {
        List<GeneratedFile> all = new ArrayList<>();
        for (Path folder : cases()) {
            files(folder.resolve("expected"))
                    .forEach((path, content) -> all.add(new GeneratedFile(path, content, folder.toString())));
        }
        assertThat(InMemoryJava.compile(all).messages()).isEmpty();
    }

    private static Map<String, String> generated(Path folder) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        List<SchemaFile> schemas = new ArrayList<>();
        for (Map.Entry<String, String> input : files(folder).entrySet()) {
            String name = folder.getFileName() + "/" + input.getKey();
            byte[] content = input.getValue().getBytes(StandardCharsets.UTF_8);
            if (SchemaFile.isOne(input.getKey())) {
                schemas.add(new SchemaFile(input.getKey(), "src/main/asl/" + input.getKey(), content));
            } else if (!input.getKey().startsWith("expected/") && !SideFile.isOne(name)) {
                definitions.add(
                        new Definition(name, "src/main/asl/" + name, content).withTypes(types(folder, input.getKey())));
            }
        }
        CompilationResult result = AslCompiler.compile(definitions, schemas, new CompilerOptions("golden"));
        assertThat(result.hasErrors()).as(result.diagnostics().toString()).isFalse();
        Map<String, String> files = new TreeMap<>();
        result.files().forEach(file -> files.put(file.path(), file.content()));
        return files;
    }

    private static @Nullable SideFile types(Path folder, String definition) throws IOException {
        Path file = folder.resolve(SideFile.Kind.TYPES.nameFor(definition));
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
