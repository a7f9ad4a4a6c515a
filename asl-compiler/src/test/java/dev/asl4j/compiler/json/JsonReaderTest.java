package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.SourceFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private JsonValue read(String text) {
        JsonValue value = JsonReader.read(new SourceFile("a.json", text), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(value);
    }

    private JsonObject object(String text) {
        return (JsonObject) read(text);
    }

    @Test
    void everyKeyAndValueKnowsItsPlace() {
        JsonObject root = object("{\n  \"a\": [1, {\"b/c~d\": null}],\r\n  \"e\" : true\n}");
        JsonObject.Member a = root.members().get(0);
        JsonArray array = (JsonArray) a.value();
        JsonObject.Member inner =
                ((JsonObject) array.elements().get(1)).members().get(0);

        assertThat(root.location().text()).startsWith("{").endsWith("}");
        assertThat(root.pointer()).isEmpty();
        assertThat(a.location()).hasToString("a.json:2:3");
        assertThat(a.location().text()).isEqualTo("\"a\"");
        assertThat(array.location().text()).isEqualTo("[1, {\"b/c~d\": null}]");
        assertThat(array.location()).hasToString("a.json:2:8");
        assertThat(array.elements().get(0).location()).hasToString("a.json:2:9");
        assertThat(array.elements().get(0).pointer()).isEqualTo("/a/0");
        assertThat(inner.location()).hasToString("a.json:2:13");
        assertThat(inner.pointer()).isEqualTo("/a/1/b~1c~0d");
        assertThat(inner.key().pointer()).isEqualTo("/a/1/b~1c~0d");
        assertThat(Objects.requireNonNull(root.get("e")).location()).hasToString("a.json:3:9");
        assertThat(root.member("f")).isNull();
        assertThat(root.get("f")).isNull();
    }

    @Test
    void valuesAreDecoded() {
        JsonArray array = (JsonArray)
                read("[\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\", -0.50E+1, false, null, {}, []]");

        assertThat(((JsonString) array.elements().get(0)).value()).isEqualTo("a\"\\/\b\f\n\r\t\u00E9\uD83D\uDE00");
        assertThat(array.elements().get(1)).isInstanceOfSatisfying(JsonNumber.class, number -> {
            assertThat(number.text()).isEqualTo("-0.50E+1");
            assertThat(number.value()).isEqualTo(new BigDecimal("-0.50E+1"));
            assertThat(number.whole()).hasValue(-5);
        });
        assertThat(array.elements().stream().map(JsonValue::type))
                .containsExactly(
                        JsonType.STRING,
                        JsonType.NUMBER,
                        JsonType.BOOLEAN,
                        JsonType.NULL,
                        JsonType.OBJECT,
                        JsonType.ARRAY);
        assertThat(array).hasToString("[\"a\\\"\\\\/\\b\\f\\n\\r\\t\u00E9\uD83D\uDE00\",-0.50E+1,false,null,{},[]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "10",
                "1.5",
                "1e3",
                "1E-3",
                "1.25e+2",
                "9007199254740993",
                "123456789012345678901234567890"
            })
    void numbersKeepTheirText(String text) {
        assertThat(read(" " + text + " ")).hasToString(text);
    }

    @Test
    void onlyWholeNumbersAreWhole() {
        assertThat(((JsonNumber) read("1e3")).whole()).hasValue(1000);
        assertThat(((JsonNumber) read("1.0")).whole()).hasValue(1);
        assertThat(((JsonNumber) read("1.5")).whole()).isEmpty();
        assertThat(((JsonNumber) read("9223372036854775808")).whole()).isEmpty();
    }

    @Test
    void controlCharactersAreWrittenAsEscapes() {
        assertThat(JsonWriter.quoted("\u0001\u001F\"\\")).isEqualTo("\"\\u0001\\u001f\\\"\\\\\"");
    }

    static List<CaseFile.Case> faults() {
        return CaseFile.read("json-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault(CaseFile.Case example) {
        JsonReader.read("f", example.input().getBytes(StandardCharsets.UTF_8), diagnostics);

        assertThat(shown(diagnostics.sorted())).isEqualTo(example.expected());
    }

    static String shown(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(diagnostic -> DiagnosticFormat.excerpt(diagnostic) + "\n      at \"" + diagnostic.pointer() + "\"")
                .collect(Collectors.joining("\n"));
    }

    @Test
    void faultsOfTheBytes() {
        byte[] broken = "{\n \"a\": \"\u00FC\"".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = "\uFEFF{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8);

        assertThat(JsonReader.read("a.json", broken, diagnostics)).isNull();
        assertThat(JsonReader.read("b.json", "{}".getBytes(StandardCharsets.UTF_16), diagnostics))
                .isNull();
        assertThat(JsonReader.read("c.json", marked, diagnostics)).hasToString("{\"a\":1}");
        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly(
                        "a.json:2:8: error: this byte is not UTF-8; save the file as UTF-8 [broken-encoding]",
                        "b.json:1:1: error: the file is UTF-16 or UTF-32, by its byte order mark; save it as UTF-8 [broken-encoding]",
                        "c.json:1:1: error: the file starts with a byte order mark, which is not JSON; save it as UTF-8 without one"
                                + " [byte-order-mark]",
                        "c.json:1:10: error: the key \"a\" occurs twice; the first is on line 1 [duplicate-key]");
    }

    @Test
    void aNulHintsAtTheEncoding() {
        JsonReader.read("a", "{".getBytes(StandardCharsets.UTF_16LE), diagnostics);

        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly(
                        "a:1:2: error: \"\\u0000\" stands where a key is expected; is the file UTF-16? It must be UTF-8 [syntax-error]");
    }

    @Test
    void theFirstOfARepeatedKeyIsKept() {
        JsonValue value = JsonReader.read(new SourceFile("a", "{\"a\": 1, \"b\": 2, \"a\": 3, \"a\": 4}"), diagnostics);

        assertThat(value).hasToString("{\"a\":1,\"b\":2}");
        assertThat(diagnostics.errorCount()).isEqualTo(2);
    }
}
