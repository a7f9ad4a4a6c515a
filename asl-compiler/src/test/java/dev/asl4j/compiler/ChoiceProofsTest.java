package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.runtime.ExecutionFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules of random Choice states: what is said to be never taken is not taken, whatever the input is. */
class ChoiceProofsTest {
    private static final int STATES = 40;
    private static final int RULES = 5;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "2",
            "\"a\"",
            "\"b\"",
            "\"1\"",
            "\"2020-01-01T00:00:00Z\"",
            "[]",
            "{}",
            "[1]");

    private final Random random = new Random(7);

    @Test
    void rulesOfPaths() throws Exception {
        check("", () -> "{" + comparisons(3) + ", \"Next\": ");
    }

    @Test
    void rulesOfQueries() throws Exception {
        check("\"QueryLanguage\": \"JSONata\", ", () -> "{\"Condition\": \"{% " + condition(3) + " %}\", \"Next\": ");
    }

    private void check(String language, Supplier<String> rule) throws Exception {
        List<Definition> definitions = new ArrayList<>();
        for (int i = 0; i < STATES; i++) {
            definitions.add(Machines.definition("P" + i + ".asl.json", machine(language, rule)));
        }
        CompilationResult result = AslCompiler.compile(definitions, CompilerOptions.DEFAULTS);
        Map<String, List<Diagnostic>> dead = result.diagnostics().stream()
                .filter(diagnostic ->
                        diagnostic.code() == Code.UNREACHABLE_RULE || diagnostic.code() == Code.CONTRADICTORY_RULE)
                .collect(Collectors.groupingBy(
                        diagnostic -> diagnostic.location().file().path()));
        assertThat(dead).hasSizeGreaterThan(STATES / 20);
        Machines machines = Machines.ofFiles(result.files());
        for (int i = 0; i < STATES; i++) {
            List<Diagnostic> said = dead.getOrDefault("src/main/asl/P" + i + ".asl.json", List.of());
            if (!said.isEmpty()) {
                for (String input : inputs()) {
                    taken(machines, "P" + i, input, said);
                }
            }
        }
    }

    private static void taken(Machines machines, String name, String input, List<Diagnostic> said) throws Exception {
        int taken;
        try {
            taken = machines.run(name, input, Map.of()).asInt();
        } catch (ExecutionFailedException failed) {
            return; // no rule was taken
        }
        for (Diagnostic diagnostic : said) {
            int line = diagnostic.location().start().line();
            boolean behind = diagnostic.message().contains("those behind it");
            assertThat(taken == line || (behind && taken > line && taken < 99))
                    .as("%s with %s: %s", name, input, diagnostic)
                    .isFalse();
        }
    }

    private static List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        List<String> some = new ArrayList<>(VALUES);
        some.add("");
        for (String x : some) {
            for (String y : List.of("", "null", "1", "\"a\"", "true")) {
                List<String> members = new ArrayList<>();
                if (!x.isEmpty()) {
                    members.add("\"x\": " + x);
                }
                if (!y.isEmpty()) {
                    members.add("\"y\": " + y);
                }
                inputs.add("{" + String.join(", ", members) + "}");
            }
        }
        return inputs;
    }

    /** A machine that answers with the line of the rule that is taken; 99 is the default. */
    private static String machine(String language, Supplier<String> rule) {
        StringBuilder rules = new StringBuilder();
        StringBuilder ends = new StringBuilder();
        for (int line = 2; line < 2 + RULES; line++) {
            rules.append(line == 2 ? "" : ",\n")
                    .append(rule.get())
                    .append("\"L")
                    .append(line)
                    .append("\"}");
            ends.append(end(language, line)).append(", ");
        }
        return "{" + language + "\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Choice\", \"Choices\": [\n"
                + rules + "\n], \"Default\": \"L99\"}, " + ends + end(language, 99) + "}}";
    }

    private static String end(String language, int line) {
        String output = language.isEmpty() ? "\"Result\": " + line : "\"Output\": " + line;
        return "\"L" + line + "\": {\"Type\": \"Pass\", " + output + ", \"End\": true}";
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String comparisons(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 1) {
            return "\"Not\": {" + comparisons(depth - 1) + "}";
        }
        if (kind < 5) {
            return (kind < 3 ? "\"And\"" : "\"Or\"") + ": [{" + comparisons(depth - 1) + "}, {" + comparisons(depth - 1)
                    + "}]";
        }
        String test = one(List.of(
                "\"NumericEquals\": 1",
                "\"NumericLessThan\": 1",
                "\"NumericGreaterThanEquals\": 1",
                "\"NumericGreaterThan\": 0",
                "\"StringEquals\": \"a\"",
                "\"StringLessThan\": \"b\"",
                "\"StringMatches\": \"a*\"",
                "\"StringMatches\": \"*\"",
                "\"BooleanEquals\": true",
                "\"BooleanEquals\": false",
                "\"TimestampLessThan\": \"2021-01-01T00:00:00Z\"",
                "\"StringEqualsPath\": \"$.y\"",
                "\"NumericLessThanEqualsPath\": \"$.y\"",
                "\"IsPresent\": true",
                "\"IsPresent\": false",
                "\"IsNull\": true",
                "\"IsNull\": false",
                "\"IsString\": true",
                "\"IsString\": false",
                "\"IsNumeric\": true",
                "\"IsNumeric\": false",
                "\"IsTimestamp\": false",
                "\"IsBoolean\": true"));
        return "\"Variable\": \"" + one(List.of("$.x", "$.x", "$.y")) + "\", " + test;
    }

    private String condition(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 1) {
            return "$not(" + condition(depth - 1) + ")";
        }
        if (kind < 5) {
            return "(" + condition(depth - 1) + (kind < 3 ? " and " : " or ") + condition(depth - 1) + ")";
        }
        String value = "$states.input." + one(List.of("x", "x", "y"));
        return one(List.of(
                "$exists(" + value + ")",
                "$not($exists(" + value + "))",
                value + " = null",
                value + " != null",
                value + " = 'a'",
                value + " != 'a'",
                value + " = 1",
                value + " < 1",
                value + " >= 1",
                value + " = true",
                value + " = false",
                value + " = $states.input.y",
                value + " in [1, 'a']",
                "$boolean(" + value + ")"));
    }
}
