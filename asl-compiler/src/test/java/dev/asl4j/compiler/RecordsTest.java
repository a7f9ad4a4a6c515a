package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.runtime.spi.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generates the types of {@code records/<case>}, compiles them, and holds them against {@code examples.json}: by the name of a class, JSON that
 * it has to read and to write again just as it was, and JSON that it has to refuse. {@code options.properties} may say how types are made.
 */
final class RecordsTest {
    private static final Path CASES = Path.of("src/test/resources/records");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The machines are there to name the types, whatever these have to do with each other. */
    static final RuleSet NAMES_ONLY =
            new RuleSet(Profile.AWS, Map.of(Code.REFUSED_ARGUMENTS, Level.OFF, Code.REFUSED_OUTPUT, Level.OFF));

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readAndWriteWhatTheirSchemasSay(String name) throws Exception {
        Path folder = CASES.resolve(name);
        CompilationResult result = TypedSources.of(folder)
                .compile(CompilerOptions.DEFAULTS.withRules(NAMES_ONLY).withTypes(options(folder)));
        assertThat(result.diagnostics()).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        InMemoryJava java = InMemoryJava.compile(result.files());
        assertThat(java.messages()).isEmpty();
        ClassLoader loader = java.loader();

        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> type : properties(folder.resolve("examples.json"))) {
            DataType<?> data = DataType.of(loader.loadClass(type.getKey()));
            type.getValue().path("valid").forEach(json -> expectSame(data, json, type.getKey(), faults));
            type.getValue().path("invalid").forEach(json -> expectRefusal(data, json, type.getKey(), faults));
        }
        assertThat(faults).isEmpty();
    }

    private static <T> void expectSame(DataType<T> type, JsonNode json, String name, List<String> faults) {
        try {
            JsonNode written = JSON.readTree(type.toJson(type.fromJson(json)).toString());
            if (!written.equals(json)) {
                faults.add(name + " wrote " + written + " for " + json);
            }
        } catch (IllegalArgumentException | IOException e) {
            faults.add(name + " refused " + json + ": " + e.getMessage());
        }
    }

    private static <T> void expectRefusal(DataType<T> type, JsonNode json, String name, List<String> faults) {
        try {
            faults.add(name + " took " + json + " for " + type.fromJson(json));
        } catch (IllegalArgumentException refused) {
            // as it has to be
        }
    }

    private static TypeOptions options(Path folder) throws IOException {
        Properties properties = new Properties();
        Path file = folder.resolve("options.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return new TypeOptions(
                TypeOptions.Numbers.valueOf(properties.getProperty("numbers", "DOUBLE")),
                TypeOptions.UnknownProperties.valueOf(properties.getProperty("unknownProperties", "KEEP")));
    }

    private static List<Map.Entry<String, JsonNode>> properties(Path file) throws IOException {
        return List.copyOf(JSON.readTree(Files.readString(file)).properties());
    }
}
