package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.schema.SchemaFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever schemas are like, Java comes out that javac accepts, and soon. */
final class TypesLimitsTest {
    private static final String DEFINITION = """
            {"StartAt": "Charge", "States": {"Charge":
              {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge", "End": true}}}
            """;

    @Test
    void anObjectWithMorePropertiesThanAConstructorTakes() {
        CompilationResult result = compile("{\"input\": {\"type\": \"object\", \"properties\": {"
                + list(300, i -> "\"p" + i + "\": {\"type\": \"integer\"}") + "}}}");

        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.code() == Code.SCHEMA_NOT_CARRIED)
                .singleElement()
                .asString()
                .contains("\"properties\" makes no Java type");
    }

    @Test
    void anObjectWithAsManyAsItTakes() {
        compile("{\"input\": {\"type\": \"object\", \"required\": [" + list(124, i -> "\"p" + i + "\"")
                + "], \"properties\": {" + list(124, i -> "\"p" + i + "\": {\"type\": \"integer\"}") + "}}}");
    }

    @Test
    void anEnumWithMoreConstantsThanItsInitializerHolds() {
        compile("{\"input\": {\"type\": \"object\", \"properties\": {\"a\": {\"enum\": ["
                + list(5_000, i -> "\"constant number " + i + "\"") + "]}, \"b\": {\"enum\": ["
                + list(1_000, i -> "\"constant number " + i + "\"") + "]}}}}");
    }

    @Test
    void manySmallTypes() {
        compile("{\"input\": {\"type\": \"object\", \"properties\": {"
                + list(
                        100,
                        i -> "\"p" + i + "\": {\"type\": \"object\", \"properties\": {"
                                + list(5, j -> "\"q" + j + "\": {\"type\": \"object\", \"properties\": {\"x\": {}}}")
                                + "}}")
                + "}}}");
    }

    /** Each refers twice to the next: to follow all ways would take for ever. */
    @Test
    void waysThatFork() {
        IntFunction<String> all = i -> "\"all" + i + "\": {\"allOf\": [{\"$ref\": \"#/$defs/all" + (i + 1)
                + "\"}, {\"$ref\": \"#/$defs/all" + (i + 1) + "\"}]}";
        IntFunction<String> tuple =
                i -> "\"tuple" + i + "\": {\"type\": \"array\", \"prefixItems\": [{\"$ref\": \"#/$defs/tuple" + (i + 1)
                        + "\"}, {\"$ref\": \"#/$defs/tuple" + (i + 1) + "\"}]}";
        IntFunction<String> one = i -> "\"one" + i + "\": {\"oneOf\": [{\"$ref\": \"#/$defs/one" + (i + 1)
                + "\"}, {\"$ref\": \"#/$defs/one" + (i + 1) + "\"}]}";
        compile(
                "{\"input\": {\"$ref\": \"#/$defs/all0\"}, \"output\": {\"$ref\": \"#/$defs/tuple0\"}, \"tasks\": {\"charge\":"
                        + " {\"input\": {\"$ref\": \"#/$defs/one0\"}}}, \"$defs\": {" + list(60, all) + ","
                        + list(60, tuple) + ","
                        + list(60, one)
                        + ", \"all60\": {\"type\": \"object\", \"properties\": {\"a\": {}}}, \"tuple60\": {\"type\": \"string\"},"
                        + " \"one60\": {\"type\": \"string\"}}}");
    }

    @Test
    void aChainOfObjects() {
        compile("{\"input\": {\"$ref\": \"#/$defs/o0\"}, \"$defs\": {"
                + list(
                        1_000,
                        i -> "\"o" + i + "\": {\"type\": \"object\", \"properties\": {\"next\": {\"$ref\": \"#/$defs/o"
                                + (i + 1) + "\"}}}")
                + ", \"o1000\": {\"type\": \"string\"}}}");
    }

    @Test
    void aChainOfArrays() {
        CompilationResult result = compile("{\"input\": {\"$ref\": \"#/$defs/o0\"}, \"$defs\": {"
                + list(
                        2_000,
                        i -> "\"o" + i + "\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/o" + (i + 1)
                                + "\"}}")
                + ", \"o2000\": {\"type\": \"string\"}}}");

        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.code() == Code.SCHEMA_NOT_CARRIED)
                .singleElement()
                .asString()
                .contains("\"items\" makes no Java type");
    }

    @Test
    void filesThatGiveTheSameClass() {
        Definition definition =
                definition("{\"input\": {\"$ref\": \"order.json\"}, \"output\": {\"$ref\": \"Order.yaml\"}}");
        String object = "{\"type\": \"object\", \"properties\": {\"a\": {}}}";
        CompilationResult result = AslCompiler.compile(
                List.of(definition),
                List.of(schema("order.json", object), schema("Order.yaml", object)),
                CompilerOptions.DEFAULTS);

        assertThat(result.diagnostics())
                .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .extracting(Diagnostic::code)
                .containsExactly(Code.CLASS_NAME_COLLISION);
        assertThat(result.files()).isEmpty();
    }

    private static CompilationResult compile(String types) {
        return Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            CompilationResult result =
                    AslCompiler.compile(List.of(definition(types)), List.of(), CompilerOptions.DEFAULTS);
            assertThat(result.hasErrors()).as(result.diagnostics().toString()).isFalse();
            assertThat(InMemoryJava.compile(result.files()).messages()).isEmpty();
            return result;
        });
    }

    private static Definition definition(String types) {
        byte[] content = DEFINITION.getBytes(StandardCharsets.UTF_8);
        return new Definition("a.asl.json", "a.asl.json", content)
                .withTypes(new SideFile("a.types.json", types.getBytes(StandardCharsets.UTF_8)));
    }

    private static SchemaFile schema(String name, String text) {
        return new SchemaFile("schemas/" + name, "schemas/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String list(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(", "));
    }
}
