package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.CaseFile;
import dev.asl4j.compiler.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class YamlReaderTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private JsonValue read(String text) {
        JsonValue value = YamlReader.read(new SourceFile("a.yaml", text), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(value);
    }

    static List<CaseFile.Case> values() {
        return CaseFile.read("yaml-values.txt");
    }

    @ParameterizedTest
    @MethodSource("values")
    void value(CaseFile.Case example) {
        assertThat(read(example.input())).hasToString(example.expected());
    }

    @ParameterizedTest
    @MethodSource("values")
    void lineEndsDoNotMatter(CaseFile.Case example) {
        assertThat(read(example.input().replace("\n", "\r\n"))).hasToString(example.expected());
        assertThat(read(example.input().replace('\n', '\r'))).hasToString(example.expected());
    }

    static List<CaseFile.Case> faults() {
        return CaseFile.read("yaml-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault(CaseFile.Case example) {
        YamlReader.read("f", example.input().getBytes(StandardCharsets.UTF_8), diagnostics);

        assertThat(JsonReaderTest.shown(diagnostics.sorted())).isEqualTo(example.expected());
    }

    @Test
    void everyKeyAndValueKnowsItsPlace() {
        JsonObject root = (JsonObject) read("""
                # first a comment
                a:
                  - 1
                  - "b/c~d":   # nothing

                \u00FC\uD83D\uDE00: { e : true }   # behind
                f: !!str &x >-
                    folded
                    text

                # after
                g: *x
                """);
        JsonObject.Member a = root.members().get(0);
        JsonArray array = (JsonArray) a.value();
        JsonObject.Member inner =
                ((JsonObject) array.elements().get(1)).members().get(0);
        JsonObject.Member wide = root.members().get(1);

        assertThat(root.location()).hasToString("a.yaml:2:1");
        assertThat(root.location().text()).startsWith("a:").endsWith("*x");
        assertThat(a.location()).hasToString("a.yaml:2:1");
        assertThat(a.location().text()).isEqualTo("a");
        assertThat(array.location()).hasToString("a.yaml:3:3");
        assertThat(array.location().text()).startsWith("- 1").endsWith(":");
        assertThat(array.elements().get(0).location()).hasToString("a.yaml:3:5");
        assertThat(inner.location()).hasToString("a.yaml:4:5");
        assertThat(inner.location().text()).isEqualTo("\"b/c~d\"");
        assertThat(inner.pointer()).isEqualTo("/a/1/b~1c~0d");
        assertThat(inner.value().location().text()).isEmpty();
        assertThat(wide.location()).hasToString("a.yaml:6:1");
        assertThat(wide.value().location().text()).isEqualTo("{ e : true }");
        assertThat(wide.value().location()).hasToString("a.yaml:6:6");
        assertThat(root.members().get(2).value().location()).hasToString("a.yaml:7:13");
        assertThat(root.members().get(3).value().location()).hasToString("a.yaml:7:13");
        assertThat(root.members().get(3).value().pointer()).isEqualTo("/g");
        assertThat(root.members().get(3).location()).hasToString("a.yaml:12:1");
    }

    @Test
    void aValueByAliasStandsWhereItsTextDoesAndIsWhereTheAliasIs() {
        JsonObject root = (JsonObject) read("x: &x {a: [$.b]}\ny:\n  <<: *x\n");
        JsonObject.Member merged =
                ((JsonObject) root.members().get(1).value()).members().get(0);
        JsonString path = (JsonString) ((JsonArray) merged.value()).elements().get(0);

        assertThat(merged.location()).hasToString("a.yaml:1:8");
        assertThat(path.pointer()).isEqualTo("/y/a/0");
        assertThat(path.part(2, 3).location()).hasToString("a.yaml:1:14");
        assertThat(path.part(2, 3).pointer()).isEqualTo("/y/a/0");
    }

    @Test
    void aByteOrderMarkIsAllowed() {
        assertThat(YamlReader.read("a", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8), diagnostics))
                .hasToString("{\"a\":1}");
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void otherEncodingsAreNot() {
        assertThat(YamlReader.read("b.yaml", "a: 1".getBytes(StandardCharsets.UTF_16), diagnostics))
                .isNull();
        assertThat(YamlReader.read("c.yaml", "a: \u00FC".getBytes(StandardCharsets.ISO_8859_1), diagnostics))
                .isNull();
        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly(
                        "b.yaml:1:1: error: the file is UTF-16 or UTF-32, by its byte order mark; save it as UTF-8 [broken-encoding]",
                        "c.yaml:1:4: error: this byte is not UTF-8; save the file as UTF-8 [broken-encoding]");
    }
}
