package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.compiler.diagnostic.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which variables each state reads: of the definitions in {@code references}, which read them in every field that can. */
class VariableReferencesTest {
    private static final Path FOLDER = Path.of("src/test/resources/references");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"jsonpath", "jsonata", "named-like-functions"})
    void areFoundInEveryField(String name) throws IOException {
        CompilationResult result = compile(name + ".asl.json", Files.readAllBytes(FOLDER.resolve(name + ".asl.json")));

        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .isEmpty();
        JsonNode references = MAPPER.valueToTree(result.variableReferences().get(name + ".asl.json"));
        assertThat(references.toPrettyString())
                .isEqualTo(
                        MAPPER.readTree(FOLDER.resolve(name + ".expected.json").toFile())
                                .toPrettyString());
    }

    @Test
    void areNotToldOfADefinitionWithErrors() {
        CompilationResult result = compile("bad.asl.json", "{\"StartAt\": \"A\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(result.hasErrors()).isTrue();
        assertThat(result.variableReferences()).isEmpty();
    }

    private static CompilationResult compile(String path, byte[] content) {
        return AslCompiler.compile(List.of(new Definition(path, path, content)), CompilerOptions.DEFAULTS);
    }
}
