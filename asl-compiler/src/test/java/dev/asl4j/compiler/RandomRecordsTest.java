package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.datatype.TypeOptions;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.schema.SchemaFile;
import dev.asl4j.runtime.spi.DataType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Records of random schemas and random data. What fits a schema is read, and written again as it was; what does not fit is refused, or the compiler
 * has warned that the type of that schema does not hold all of it. {@code -Drecords.rounds=N} and {@code -Drecords.seed=N} for more.
 */
final class RandomRecordsTest {
    private static final int SCHEMAS = 60;
    private static final int VALUES = 60;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<String> faults = new ArrayList<>();
    private int fitting;
    private int refused;

    @Test
    void holdWhatTheirSchemasSay() throws Exception {
        int rounds = Integer.getInteger("records.rounds", 1);
        long seed = Long.getLong("records.seed", 20260101);
        for (int round = 0; round < rounds; round++) {
            tryOut(new Random(seed + round));
        }
        assertThat(faults).isEmpty();
        assertThat(fitting).isGreaterThan(rounds * SCHEMAS * VALUES / 5);
        assertThat(refused).isGreaterThan(rounds * SCHEMAS * VALUES / 20);
    }

    private void tryOut(Random random) throws Exception {
        RandomSchemas schemas = new RandomSchemas(random);
        RandomData data = new RandomData(random);
        List<ObjectNode> documents = new ArrayList<>();
        for (int i = 0; i < SCHEMAS; i++) {
            documents.add(schemas.document());
        }
        CompilationResult result = compile(documents);
        assertThat(result.diagnostics()).noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        Set<String> warned = result.diagnostics().stream()
                .map(diagnostic -> diagnostic.location().file().path())
                .collect(Collectors.toSet());
        InMemoryJava java = InMemoryJava.compile(result.files());
        assertThat(java.messages()).isEmpty();
        ClassLoader loader = java.loader();
        for (int i = 0; i < SCHEMAS; i++) {
            ObjectNode document = documents.get(i);
            DataType<?> type = DataType.of(loader.loadClass("schemas.S" + i));
            for (int j = 0; j < VALUES; j++) {
                compare(type, document, data.fitting(document, document, 6), warned.contains(path(i)));
            }
        }
    }

    private static String path(int number) {
        return "schemas/s" + number + ".json";
    }

    /** A machine with a task for each schema. */
    private static CompilationResult compile(List<ObjectNode> documents) {
        List<SchemaFile> files = new ArrayList<>();
        ObjectNode types = JSON.createObjectNode();
        ObjectNode machine = JSON.createObjectNode().put("StartAt", "s0");
        ObjectNode states = machine.putObject("States");
        for (int i = 0; i < documents.size(); i++) {
            files.add(new SchemaFile(path(i), path(i), bytes(documents.get(i))));
            types.withObjectProperty("tasks")
                    .putObject("s" + i)
                    .putObject("input")
                    .put("$ref", "s" + i + ".json");
            states.putObject("s" + i)
                    .put("Type", "Task")
                    .put("Resource", "arn:aws:lambda:eu-west-1:123456789012:function:s" + i)
                    .put("Next", "s" + (i + 1));
        }
        states.putObject("s" + documents.size()).put("Type", "Succeed");
        Definition definition = Machines.definition("all.asl.json", machine.toString())
                .withTypes(new SideFile("all.types.json", bytes(types)));
        TypeOptions decimals = new TypeOptions(TypeOptions.Numbers.DECIMAL, TypeOptions.UnknownProperties.KEEP);
        return AslCompiler.compile(
                List.of(definition),
                files,
                CompilerOptions.DEFAULTS.withRules(RecordsTest.NAMES_ONLY).withTypes(decimals));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private <T> void compare(DataType<T> type, JsonNode schema, JsonNode data, boolean warned) {
        SchemaOracle oracle = SchemaOracle.of(schema);
        boolean fits = oracle.fits(data);
        T value;
        try {
            value = type.fromJson(data);
        } catch (IllegalArgumentException e) {
            if (fits) {
                faults.add("REFUSED " + data + " by " + schema + ": " + e.getMessage());
            } else {
                refused++;
            }
            return;
        }
        if (!fits) {
            if (!warned && !oracle.nullIsAbsent().fits(data)) {
                faults.add("TOOK " + data + " by " + schema);
            }
            return;
        }
        fitting++;
        JsonNode written = type.toJson(value);
        if (!written(written, data)) {
            faults.add("WROTE " + written + " for " + data + " by " + schema);
        }
    }

    /** Whether it was written as it was, but for properties that are null and need not be there. */
    private static boolean written(JsonNode written, JsonNode read) {
        if (written.isObject() && read.isObject()) {
            return written.propertyStream().allMatch(each -> read.has(each.getKey()))
                    && read.propertyStream()
                            .allMatch(each -> written.has(each.getKey())
                                    ? written(written.get(each.getKey()), each.getValue())
                                    : each.getValue().isNull());
        }
        if (written.isArray() && read.isArray() && written.size() == read.size()) {
            for (int i = 0; i < read.size(); i++) {
                if (!written(written.get(i), read.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return SchemaOracle.same(written, read);
    }
}
