package dev.asl4j.compiler.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Schemas are text of others: none takes long, or too much of the stack that the compiler has. */
final class SchemaLimitsTest {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void schemasMayBeNestedAsDeepAsJson() throws InterruptedException {
        String deep = "{\"items\":".repeat(999) + "true" + "}".repeat(999);
        Thread thread = new Thread(null, () -> read(deep, List.of()), "deep", 64L << 20);
        thread.start();
        thread.join();

        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void referencesFollowOneAnotherWithoutRecursion() {
        int count = 15_000;
        StringBuilder chain = new StringBuilder("{\"$ref\": \"#/$defs/0\", \"$defs\": {");
        for (int i = 0; i < count; i++) {
            chain.append('"')
                    .append(i)
                    .append("\": {\"$ref\": \"#/$defs/")
                    .append(i + 1)
                    .append("\"}, ");
        }
        chain.append('"').append(count).append("\": {\"type\": \"string\"}}}");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            JsonValue document = document(chain.toString());
            SchemaReader reader = new SchemaReader(List.of(), diagnostics);
            Schema schema = reader.read("a.json", document, document);
            assertThat(reader.finish().resolve(schema)).isInstanceOf(Schema.StringValue.class);
        });
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void referencesAreCounted() {
        StringBuilder many = new StringBuilder("{\"allOf\": [");
        StringBuilder targets = new StringBuilder();
        for (int i = 0; i < 21_000; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"$ref\":\"#/$defs/")
                    .append(i)
                    .append("\"}");
            targets.append(i == 0 ? "" : ",").append("\"").append(i).append("\":{}");
        }
        read(many + "], \"$defs\": {" + targets + "}}", List.of());

        assertThat(diagnostics.sorted())
                .extracting(DiagnosticFormat::line)
                .singleElement()
                .asString()
                .contains("more than 20000 schemas are referred to");
    }

    @Test
    void filesAreReadUpToALength() {
        byte[] content = ("{\"title\": \"" + "x".repeat(1_048_576) + "\"}").getBytes(StandardCharsets.UTF_8);
        read(
                "{\"$ref\": \"long.json\"}",
                List.of(new SchemaFile("schemas/long.json", "src/schemas/long.json", content)));

        assertThat(diagnostics.sorted())
                .extracting(DiagnosticFormat::line)
                .containsExactly(
                        "src/schemas/long.json:1:1: error: the file has 1048589 bytes; only 1048576 would be read;"
                                + " take it apart into several files [bad-schema]");
    }

    @Test
    void manyMissingSchemasTakeNoTime() {
        StringBuilder many = new StringBuilder("{\"allOf\": [");
        StringBuilder targets = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"$ref\":\"#/$defs/schema-")
                    .append(i)
                    .append("\"}");
            targets.append(i == 0 ? "" : ",").append("\"schemas").append(i).append("\":{}");
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> read(many + "], \"$defs\": {" + targets + "}}", List.of()));

        assertThat(diagnostics.sorted())
                .filteredOn(diagnostic -> diagnostic.hint() != null)
                .hasSizeLessThanOrEqualTo(50);
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    private void read(String text, List<SchemaFile> files) {
        SchemaReader reader = new SchemaReader(files, diagnostics);
        JsonValue document = document(text);
        reader.read("a.json", document, document);
        reader.finish();
    }

    private JsonValue document(String text) {
        return Objects.requireNonNull(JsonReader.read(new SourceFile("a.json", text), diagnostics));
    }
}
