package dev.asl4j.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.schema.PublishedSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the formats against {@code report/*}; {@code -Dgolden.update=true} writes these anew. */
final class ReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/report");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void jsonLines() throws IOException {
        assertGolden("diagnostics.jsonl", new JsonLines().of(Examples.all()));
    }

    @Test
    void gitHubCommands() throws IOException {
        assertGolden("diagnostics.github", new GitHubCommands().of(Examples.all()));
    }

    @Test
    void sarif() throws IOException {
        JsonNode log = JSON.readTree(new Sarif("1.2.3").of(Examples.all()));
        JsonNode rules =
                ((ObjectNode) log.at("/runs/0/tool/driver")).remove("rules"); // they change with every new rule
        assertThat(rules).hasSize(Code.values().length);
        assertGolden(
                "diagnostics.sarif",
                JSON.writerWithDefaultPrettyPrinter()
                                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                                .writeValueAsString(log)
                        + "\n");
    }

    @Test
    void sarifIsWhatTheSchemaOfOasisDemands() throws IOException {
        // It is of draft-04, and has none of the words that mean something else in draft-07.
        String text = Files.readString(GOLDEN.resolve("sarif-2.1.0.schema.json"))
                .replace("http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#")
                .replace("\"id\": \"https:", "\"$id\": \"https:");
        PublishedSchema schema = PublishedSchema.of(text);

        assertThat(schema.accepts(new Sarif("1.2.3").of(Examples.all()))).isTrue();
        assertThat(schema.accepts(new Sarif("1.2.3").of(List.of()))).isTrue();
        assertThat(schema.accepts("{\"version\":\"2.1.0\",\"runs\":[{}]}")).isFalse();
    }

    @Test
    void sarifDescribesEveryRule() throws IOException {
        JsonNode rules = JSON.readTree(new Sarif("1.2.3").of(List.of())).at("/runs/0/tool/driver/rules");

        List<String> ids = new ArrayList<>();
        for (JsonNode rule : rules) {
            ids.add(rule.get("id").textValue());
            assertThat(rule.at("/shortDescription/text").textValue()).matches("[A-Z\"].{10,}[.]");
            assertThat(rule.at("/help/markdown").textValue()).contains("Wrong:", "Right:");
        }
        assertThat(ids).isEqualTo(List.of(Code.values()).stream().map(Code::id).toList());
    }

    /** One object a line with the same members, and what UTF-8 cannot hold or splits a line is escaped. */
    @Test
    void everyLineIsWhole() throws IOException {
        List<Diagnostic> diagnostics = Examples.all();
        String text = new JsonLines().of(diagnostics);
        String read = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        String[] lines = read.split("[\\r\\n\\u2028\\u2029\\u0085]");
        assertThat(lines).hasSameSizeAs(diagnostics);
        for (int i = 0; i < lines.length; i++) {
            JsonNode line = JSON.readTree(lines[i]);
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "file",
                            "line",
                            "column",
                            "endLine",
                            "endColumn",
                            "pointer",
                            "severity",
                            "code",
                            "awsCode",
                            "message",
                            "hint");
            assertThat(line.get("pointer").textValue())
                    .isEqualTo(diagnostics.get(i).pointer());
        }
    }

    private static void assertGolden(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(file).content().isEqualTo(actual);
    }
}
