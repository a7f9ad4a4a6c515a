package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonataTemplateParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private @Nullable Template parse(String json) {
        return JsonataTemplateParser.parse(Cases.json(json), "Output", StatesMember.EVERYWHERE, diagnostics);
    }

    @Test
    void expressionsKnowTheirLocationAndTheRestIsLiteral() {
        Template template = parse("""
                {
                  "static": { "a": [1, { "b.$": "$.not.a.path" }] },
                  "{% key %}": "{% $states.input.a %}",
                  "list": [1, { "n": ["{% 1 %}", "{%2%}"], "m": {} }, " {% text %} "]
                }
                """);

        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(Objects.requireNonNull(template).accept(TemplatePrinter.PRINTER))
                .isEqualTo("{static: literal {\"a\":[1,{\"b.$\":\"$.not.a.path\"}]}, "
                        + "{% key %}: Output/{% key %} = $states.input.a, "
                        + "list: [literal 1, {n: [Output/list[1]/n[0] = 1, Output/list[1]/n[1] = 2], m: literal {}}, "
                        + "literal \" {% text %} \"]}");
    }

    @Test
    void aWholeValueCanBeAnExpression() {
        assertThat(Objects.requireNonNull(parse("\"{% $x %}\"")).accept(TemplatePrinter.PRINTER))
                .isEqualTo("Output = $x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "\"$.x\"", "\"$$\"", "\"States.UUID()\"", "5", "null", "true", "{\"a.$\":[{}]}"})
    void allElseIsLiteral(String json) {
        Template template = Objects.requireNonNull(parse(json));

        assertThat(template.accept(TemplatePrinter.PRINTER)).isEqualTo("literal " + json);
        assertThat(template.isLiteral()).isTrue();
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        Template template = parse(
                "{ \"a\": \"{% 1 + %}\", \"b\": [\"{% x\", \"{% $x %}\"], \"c\": { \"d\": \"{% $states.result %}\" } }");

        assertThat(template).isNull();
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::code)
                .containsExactly(Code.BAD_JSONATA, Code.BAD_JSONATA_DELIMITERS, Code.STATES_MEMBER_NOT_AVAILABLE);
        assertThat(diagnostics.sorted()).extracting(Diagnostic::pointer).containsExactly("/a", "/b/0", "/c/d");
    }
}
