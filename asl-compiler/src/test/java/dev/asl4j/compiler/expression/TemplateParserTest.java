package dev.asl4j.compiler.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.source.CaseFile;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private Template parse(String json) {
        Template template = TemplateParser.parse(Cases.json(json), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(template);
    }

    @Test
    void whatIsNotComputedIsOneLiteral() {
        Template template = parse("""
                {
                  "static": { "a": [1, { "b": "$.not.a.path" }] },
                  "id.$": "$.order.id",
                  "list": [1, { "n.$": "$$.Map.Item.Index", "m": {} }, []],
                  "text.$": "States.Format('{}', $.x)",
                  "order.$": "$order",
                  ".$": "$"
                }
                """);

        assertThat(template.accept(TemplatePrinter.PRINTER))
                .isEqualTo("{static: literal {\"a\":[1,{\"b\":\"$.not.a.path\"}]}, id: id.$ = $.order.id, "
                        + "list: [literal 1, {n: n.$ = $$.Map.Item.Index, m: literal {}}, literal []], "
                        + "text: text.$ = States.Format('{}', $.x), order: order.$ = $order, : .$ = $}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"$.x\"",
                "5",
                "null",
                "true",
                "{\"a\":{\"b\":[{}]}}",
                "{\"a$\":1,\"$.b\":2,\"a.\":3}"
            })
    void anyJsonIsATemplate(String json) {
        assertThat(parse(json).accept(TemplatePrinter.PRINTER)).isEqualTo("literal " + json);
        assertThat(parse(json).isLiteral()).isTrue();
    }

    static List<CaseFile.Case> faults() {
        return CaseFile.read("template-faults.txt");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void fault(CaseFile.Case example) {
        assertThat(TemplateParser.parse(Cases.json(example.input()), diagnostics))
                .isNull();
        assertThat(Cases.shown(diagnostics)).isEqualTo(example.expected());
    }

    @Test
    void deepTemplates() throws ExecutionException, InterruptedException {
        String open = "{\"a\":".repeat(999);
        FutureTask<List<Boolean>> literal = new FutureTask<>(() -> List.of(
                parse(open + "{\"b.$\":\"$.x\"}" + "}".repeat(999)).isLiteral(),
                parse(open + "{\"b\":\"$.x\"}" + "}".repeat(999)).isLiteral()));

        // A compilation has a stack of its own, too.
        new Thread(null, literal, "deep", 64L << 20).start();

        assertThat(literal.get()).containsExactly(false, true);
    }

    @Test
    void largeTemplates() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 10_000; i++) {
            json.append("\"field").append(i).append(".$\": \"$.order.lines[0]\",");
        }
        Template template = parse(json.append("\"last\": 0}").toString());

        assertThat(((Template.ObjectTemplate) template).fields()).hasSize(10_001);
    }
}
