package dev.asl4j.compiler.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.schema.PublishedSchema;
import dev.asl4j.compiler.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema of the file with types takes what the compiler takes, apart from what only the compiler can know. */
final class TypesSchemaTest {
    private static final Path SCHEMA = Path.of("../docs/types.schema.json");
    private static final Path CASES = Path.of("src/test/resources");

    /** What only the compiler can know: which tasks there are, and what references lead to. */
    private static final Set<Code> UNKNOWN_TO_A_SCHEMA =
            EnumSet.of(Code.UNKNOWN_SCHEMA, Code.REMOTE_SCHEMA, Code.SCHEMA_CYCLE, Code.IGNORED_SCHEMA_KEYWORD);

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files
                    .filter(file -> file.toString().endsWith(".types.json"))
                    .filter(file -> !file.endsWith("types-broken.types.json")) // no JSON
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void judgesAsTheCompilerDoes(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Diagnostics diagnostics = new Diagnostics();
        SchemaReader reader = new SchemaReader(List.of(), diagnostics);
        TypesReader.read("a.types.json", "a.types.json", content, reader, diagnostics);
        reader.finish();

        boolean sound = diagnostics.sorted().stream().map(Diagnostic::code).allMatch(UNKNOWN_TO_A_SCHEMA::contains);
        assertThat(schema().accepts(Files.readString(file)))
                .as("%s, where the compiler says %s", file, diagnostics.sorted())
                .isEqualTo(sound);
    }

    @Test
    void bothKindsAreThere() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(3);
        PublishedSchema schema = schema();
        assertThat(schema.accepts("{}")).isTrue();
        for (String wrong : List.of(
                "[]",
                "{\"inputs\": {}}",
                "{\"input\": \"Order\"}",
                "{\"input\": \"order.json\"}",
                "{\"input\": {\"type\": \"strng\"}}",
                "{\"output\": 5}",
                "{\"tasks\": {\"a\": {\"error\": []}}}",
                "{\"tasks\": {\"a\": {\"errors\": [\"States.Timeout\"]}}}",
                "{\"tasks\": {\"a\": {\"errors\": [\" \"]}}}")) {
            assertThat(schema.accepts(wrong)).as(wrong).isFalse();
        }
    }

    private static PublishedSchema schema() throws IOException {
        return PublishedSchema.of(Files.readString(SCHEMA));
    }
}
