package dev.asl4j.compiler.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.SourceFile;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SubstitutionTest {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("A", "one"),
            Map.entry("Fn.Arn", "arn:aws:lambda:eu-west-1:1:function:f"),
            Map.entry("AWS::Region", "eu-west-1"),
            Map.entry("aws_lambda_function.x.arn", "tf"),
            Map.entry("ImportValue:infra-vpc", "vpc-1"),
            Map.entry("Token[CDK.REF]", "cdk"),
            Map.entry("Quotes", "\"}, \"x\": \"\\"),
            Map.entry("Again", "${A}"),
            Map.entry("Dollar", "$"),
            Map.entry("Empty", ""),
            Map.entry("Five", "5"),
            Map.entry("Half", "-0.5e1"),
            Map.entry("True", "true"),
            Map.entry("Null", "null"));

    private final Diagnostics diagnostics = new Diagnostics();

    private JsonValue json(String text) {
        JsonValue root = Objects.requireNonNull(JsonReader.read(new SourceFile("a", text), diagnostics));
        return Substitution.apply(root, VALUES, diagnostics);
    }

    private JsonString string(String text) {
        return (JsonString) json('"' + text + '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${A}                        | one",
                "-${A}-${AWS::Region}-       | -one-eu-west-1-",
                "${Fn.Arn}:1                 | arn:aws:lambda:eu-west-1:1:function:f:1",
                "${aws_lambda_function.x.arn} ${ImportValue:infra-vpc} ${Token[CDK.REF]} | tf vpc-1 cdk",
                "${Unknown} ${A}             | ${Unknown} one",
                "${Again}                    | ${A}",
                "${Dollar}{A} ${Empty}{A}    | ${A} {A}",
                "${!A} ${!Unknown}           | ${A} ${Unknown}",
                "${} ${ A } $A {A} ${A       | ${} ${ A } $A {A} ${A",
                "$${A}                       | $one",
                "${a: $.b}                   | ${a: $.b}",
            })
    void value(String text, String expected) {
        assertThat(string(text).value()).isEqualTo(expected);
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @Test
    void aValueIsData() {
        assertThat(json("{\"a\": \"${Quotes}\", \"${Quotes}\": [\"${Quotes}\"]}"))
                .hasToString(
                        "{\"a\":\"\\\"}, \\\"x\\\": \\\"\\\\\",\"\\\"}, \\\"x\\\": \\\"\\\\\":[\"\\\"}, \\\"x\\\": \\\"\\\\\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "${Unknown}, 1",
        "x${Unknown}${Other}${A}, 2",
        "${Again}, 0",
        "${Dollar}{A}, 0",
        "$${Empty}{A}, 0",
        "${!A}, 0"
    })
    void whatIsLeft(String text, int count) {
        assertThat(string(text).placeholders()).hasSize(count);
    }

    @Test
    void whatIsLeftHasAPlace() {
        Placeholder left = string("${A} \\u0041 ${Unknown}").placeholders().get(0);

        assertThat(left.name()).isEqualTo("Unknown");
        assertThat(left).hasToString("${Unknown}");
        assertThat(string("${A} \\u0041 ${Unknown}")
                        .locationOf(left.from(), left.to())
                        .text())
                .isEqualTo("${Unknown}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x\\n${A}\\ty | 0 | 1 | x",
                "x\\n${A}\\ty | 1 | 2 | \\n",
                "x\\n${A}\\ty | 2 | 3 | ${A}",
                "x\\n${A}\\ty | 3 | 4 | ${A}",
                "x\\n${A}\\ty | 4 | 6 | ${A}\\t",
                "x\\n${A}\\ty | 6 | 7 | y",
                "x\\n${A}\\ty | 0 | 7 | x\\n${A}\\ty",
            })
    void placesInTheText(String text, int from, int to, String expected) {
        assertThat(string(text).part(from, to).location().text()).isEqualTo(expected);
    }

    @Test
    void placesInFoldedYaml() {
        JsonValue root = YamlReader.read(new SourceFile("a", "k: >-\n  $.a\n  ${A} b\n"), diagnostics);
        JsonObject object = (JsonObject) Substitution.apply(Objects.requireNonNull(root), VALUES, diagnostics);
        JsonString string = (JsonString) object.members().get(0).value();

        assertThat(string.value()).isEqualTo("$.a one b");
        assertThat(string.locationOf(5, 6)).hasToString("a:3:3");
        assertThat(string.locationOf(8, 9)).hasToString("a:3:8");
    }

    @Test
    void keys() {
        JsonObject root = (JsonObject) json("{\"${A}\": {\"b\": [{\"c\": 1}, true, null, \"d\"]}, \"e\": \"${A}\"}");
        JsonObject.Member member = root.members().get(0);
        JsonArray array =
                (JsonArray) ((JsonObject) member.value()).members().get(0).value();

        assertThat(root).hasToString("{\"one\":{\"b\":[{\"c\":1},true,null,\"d\"]},\"e\":\"one\"}");
        assertThat(member.pointer()).isEqualTo("/one");
        assertThat(member.location().text()).isEqualTo("\"${A}\"");
        assertThat(array.elements().get(1).pointer()).isEqualTo("/one/b/1");
        assertThat(((JsonObject) array.elements().get(0)).members().get(0).pointer())
                .isEqualTo("/one/b/0/c");
        assertThat(root.members().get(1).value().pointer()).isEqualTo("/e");
    }

    @Test
    void keysThatBecomeTheSame() {
        assertThat(json("{\"one\": 1, \"${A}\": 2}")).hasToString("{\"one\":1}");
        assertThat(diagnostics.sorted())
                .map(Diagnostic::toString)
                .containsExactly("a:1:12: error: the key \"one\" occurs twice; the first is on line 1 [duplicate-key]");
    }

    @ParameterizedTest
    @CsvSource({
        "${Five}, NUMBER",
        "${Half}, NUMBER",
        "${True}, BOOLEAN",
        "${Null}, STRING",
        "${A}, STRING",
        "${Five}0, STRING",
        "5, STRING",
        "${Unknown}, STRING",
        "${Empty}, STRING"
    })
    void theTypeOfAWholeString(String text, JsonType expected) {
        JsonString string = string(text);

        assertThat(string.typed().type()).isEqualTo(expected);
        assertThat(string.typed().location()).isEqualTo(string.location());
        assertThat(string.type()).isEqualTo(JsonType.STRING);
    }

    @Test
    void withoutQuotes() {
        assertThat(json("[${Five}, ${Half} , {\"a\":${True}}, ${Null}]")).hasToString("[5,-0.5e1,{\"a\":true},null]");
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${A}    | a:1:2: error: the value \"one\" of the placeholder \"${A}\" is no number, true, false or null; put the placeholder in quotes [bad-value]",
                "${Who}  | a:1:2: error: the placeholder \"${Who}\" is not JSON; give it a value, or put it in quotes [unresolved-substitution]",
                "${Fvie} | a:1:2: error: the placeholder \"${Fvie}\" is not JSON; did you mean \"Five\"? [unresolved-substitution]",
            })
    void notWithoutQuotes(String text, String expected) {
        json("[" + text + "]");

        assertThat(diagnostics.sorted()).map(Diagnostic::toString).containsExactly(expected);
    }

    @Test
    void theLengthIsBounded() {
        Map<String, String> values = Map.of("A", "x".repeat(100_000));
        JsonValue root = Objects.requireNonNull(
                JsonReader.read(new SourceFile("a", "\"" + "${A}".repeat(100_000) + "\""), diagnostics));
        JsonString result = (JsonString) Substitution.apply(root, values, diagnostics);

        assertThat(result.value()).hasSizeLessThan(2_000_000);
        assertThat(diagnostics.sorted()).extracting(Diagnostic::code).containsExactly(Code.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name", "a.b.c", "AWS::Region", "buy-ticket.Arn", "Token[CDK.REF]", "1"})
    void names(String name) {
        assertThat(Placeholder.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "!a", "a}", "${a}", "$a", "a\"", "f('x')"})
    void notNames(String name) {
        assertThat(Placeholder.isName(name)).isFalse();
    }
}
