package dev.asl4j.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code schema/<case>} against its {@code expected.txt}: what each schema in {@code types.json} is read as, what these refer to, and
 * the diagnostics. {@code -Dgolden.update=true} writes the files anew, for review.
 */
final class SchemaFilesTest {
    private static final Path CASES = Path.of("src/test/resources/schema");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSchemasAreReadAs(String name) throws IOException {
        String actual = read(CASES.resolve(name));
        Path expected = CASES.resolve(name).resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).content().isEqualTo(actual);
    }

    private static String read(Path folder) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SchemaReader reader = new SchemaReader(files(folder), diagnostics);
        JsonObject types = (JsonObject)
                JsonReader.read("types.json", Files.readAllBytes(folder.resolve("types.json")), diagnostics);
        assertThat(types).isNotNull();
        StringBuilder text = new StringBuilder();
        for (JsonObject.Member member : types.members()) {
            if (!member.name().startsWith("$")) {
                JsonValue schema = member.value();
                text.append(member.name()).append(" = ");
                text.append(SchemaPrinter.print(reader.read("types.json", types, schema)))
                        .append('\n');
            }
        }
        Schemas schemas = reader.finish();
        for (Schema schema : schemas.all()) {
            SchemaId id = schema.heading().id();
            if (!id.path().equals("types.json") || id.pointer().startsWith("/$")) {
                text.append('\n').append(id).append(" = ").append(SchemaPrinter.print(schema));
                text.append('\n');
            }
        }
        text.append('\n');
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            text.append(DiagnosticFormat.line(diagnostic)).append('\n');
        }
        return text.toString();
    }

    private static List<SchemaFile> files(Path folder) throws IOException {
        List<SchemaFile> files = new ArrayList<>();
        if (Files.exists(folder.resolve("schemas"))) {
            try (Stream<Path> found = Files.walk(folder.resolve("schemas"))) {
                for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.add(new SchemaFile(path, path, Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }
}
