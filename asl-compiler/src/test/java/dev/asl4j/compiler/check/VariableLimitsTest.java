package dev.asl4j.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.parse.DefinitionParser;
import dev.asl4j.compiler.source.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many states, many variables and long expressions: the way of variables is found soon. */
final class VariableLimitsTest {

    @Test
    void manyStatesInLoopsThatAssignOneVariableEach() {
        int count = 2_000;
        String states = joined(count, i -> """
                "S%d": { "Type": "Choice", "Choices": [
                  { "Condition": "{%% $v%d = %d %%}", "Next": "S%d" },
                  { "Condition": "{%% $states.input.x < %d %%}", "Assign": { "v%d": 1 }, "Next": "S%d" }
                ], "Default": "End", "Assign": { "w%d": 1 } }
                """.formatted(i, i % 100 * 7, i, (i + 1) % count, i, i, (i * 7) % count, i));
        String text = "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S0\",\"States\":{" + states
                + ",\"End\":{\"Type\":\"Succeed\"}}}";
        assertThat(within(20, text)).extracting(Diagnostic::code).contains(Code.UNUSED_VARIABLE);
    }

    @Test
    void oneStateThatReadsManyVariables() {
        int count = 4_000;
        String text = "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{"
                + "\"A\": { \"Type\": \"Pass\", \"Next\": \"B\", \"Output\": ["
                + joined(count, i -> "\"{% $exists($v" + i + ") ? $v" + i + " : $v" + i + ".x + $w" + i + " %}\"")
                + "] }, \"B\": { \"Type\": \"Pass\", \"End\": true, \"Assign\": {"
                + joined(2 * count, i -> (i % 2 == 0 ? "\"v" : "\"w") + i / 2 + "\": 1")
                + "} }}}";
        assertThat(within(20, text))
                .hasSize(Diagnostics.LIMIT + 1)
                .extracting(Diagnostic::code)
                .contains(Code.ASSIGNED_LATER);
    }

    private static String joined(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
    }

    private static List<Diagnostic> within(int seconds, String text) {
        return ProcessorTime.within(seconds, () -> {
            Diagnostics diagnostics = new Diagnostics();
            JsonValue root = Objects.requireNonNull(JsonReader.read(new SourceFile("x.asl.json", text), diagnostics));
            DefinitionParser.parse(root, "x", diagnostics).ifPresent(machine -> Checks.check(machine, diagnostics));
            return diagnostics.sorted();
        });
    }
}
