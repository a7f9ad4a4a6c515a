package dev.asl4j.it.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

// Size: one list of cases.
/** Definitions made to take long: as large or as deep as the reader lets pass, or growing by themselves. */
final class LargeDefinitions {
    private static final String END = "\"End\":true";
    private static final String TASK =
            "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-west-1:123456789012:function:f\",";
    private static final String EXIT = ",\"E\":{\"Type\":\"Succeed\"}";

    private LargeDefinitions() {}

    /** By what is large in them; a name that starts with YAML is the format. */
    static Map<String, Supplier<String>> all() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        graphs(all);
        variables(all);
        rules(all);
        errors(all);
        texts(all);
        yaml(all);
        return all;
    }

    private static void graphs(Map<String, Supplier<String>> all) {
        int states = 2_000;
        all.put("states in a row", () -> paths(many(states, i -> pass(i, i + 1)) + "," + pass(states)));
        all.put("states in a ring", () -> paths(many(states, i -> pass(i, (i + 1) % states))));
        all.put(
                "states that nothing leads to",
                () -> paths(pass(0) + "," + many(states, i -> pass(i + 1, i + 2)) + "," + pass(states + 1)));
        all.put(
                "states with six ways out",
                () -> paths(many(states, i -> choice(i, 5, rule -> (i * 31 + rule * 97) % states, i + 1)) + ","
                        + pass(states)));
        all.put(
                "loops in loops",
                () -> paths(many(states, i -> choice(i, 1, rule -> i / 2, i + 1)) + "," + pass(states)));
        all.put(
                "choices that meet again",
                () -> paths(many(
                                1_000,
                                i -> choice(3 * i, 1, rule -> 3 * i + 1, 3 * i + 2) + "," + pass(3 * i + 1, 3 * i + 3)
                                        + ","
                                        + state(
                                                3 * i + 2,
                                                "\"Type\":\"Wait\",\"Seconds\":" + i + "," + next(3 * i + 3)))
                        + "," + pass(3_000)));
        all.put(
                "tasks without timeouts",
                () -> paths(many(states, i -> state(i, TASK + next(i + 1))) + "," + pass(states)));
    }

    private static void variables(Map<String, Supplier<String>> all) {
        all.put(
                "variables and states",
                () -> jsonata(many(
                                2_000,
                                i -> state(
                                        i,
                                        "\"Type\":\"Choice\",\"Choices\":["
                                                + many(
                                                        3,
                                                        rule -> "{\"Condition\":\"{% $v" + (i * 7 + rule) % 500
                                                                + " = 1 %}\",\"Assign\":{\"v" + (i * 3 + rule) % 500
                                                                + "\":" + rule + "},"
                                                                + next((i * (rule + 3) + 1) % 2_000) + "}")
                                                + "],\"Default\":\"S" + (i + 1) + "\""))
                        + "," + pass(2_000)));
        all.put(
                "variables under conditions",
                () -> jsonata(many(
                                1_000,
                                i -> state(
                                                2 * i,
                                                "\"Type\":\"Choice\",\"Choices\":["
                                                        + "{\"Condition\":\"{% $states.input.x %}\",\"Assign\":{\"v" + i
                                                        + "\":1}," + next(2 * i + 1) + "}],\"Default\":\"S"
                                                        + (2 * i + 1) + "\"")
                                        + ","
                                        + output(
                                                2 * i + 1,
                                                "{% $exists($v" + i / 2 + ") ? $v" + i / 2 + " : 0 %}",
                                                2 * i + 2))
                        + "," + pass(2_000)));
        all.put(
                "variables that double",
                () -> jsonata(many(
                                400,
                                i -> state(
                                        i,
                                        "\"Type\":\"Pass\",\"Assign\":{\"v" + i + "\":"
                                                + (i == 0
                                                        ? "1"
                                                        : "{\"l\":\"{% $v" + (i - 1) + " %}\",\"r\":\"{% [$v" + (i - 1)
                                                                + ", $v" + (i - 1) + "] %}\"}")
                                                + "}," + next(i + 1)))
                        + "," + pass(400)));
        all.put(
                "a variable that grows in a loop",
                () -> jsonata(state(0, "\"Type\":\"Pass\",\"Assign\":{\"x\":[]}," + next(1)) + ","
                        + state(
                                1,
                                "\"Type\":\"Pass\",\"Assign\":{\"x\":{\"n\":\"{% $x %}\",\"m\":\"{% [$x, $x] %}\"}},"
                                        + next(2))
                        + ","
                        + state(
                                2,
                                "\"Type\":\"Choice\",\"Choices\":[{\"Condition\":\"{% $count($x) > 3 %}\",\"Next\":\"E\"}],\"Default\":\"S1\"")
                        + EXIT));
        all.put(
                "outputs that double",
                () -> jsonata(many(
                                400,
                                i -> state(
                                        i,
                                        "\"Type\":\"Pass\",\"Output\":{\"l\":\"{% $states.input %}\",\"r\":\"{% $states.input %}\"},"
                                                + next(i + 1)))
                        + "," + pass(400)));
    }

    private static void rules(Map<String, Supplier<String>> all) {
        all.put("rules with one number each", () -> rules(5_000, i -> "\"Variable\":\"$.v\",\"NumericEquals\":" + i));
        all.put(
                "rules with one pattern each",
                () -> rules(5_000, i -> "\"Variable\":\"$.v\",\"StringMatches\":\"*" + i + "*a*b*c*\""));
        all.put(
                "rules with two ranges",
                () -> rules(
                        3_000,
                        i -> "\"And\":[{\"Variable\":\"$.v\",\"NumericGreaterThan\":" + i
                                + "},{\"Variable\":\"$.w\",\"StringLessThan\":\"" + i + "\"}]"));
        all.put(
                "rules of a hundred parts",
                () -> rules(
                        100,
                        i -> "\"And\":["
                                + many(
                                        50,
                                        k -> "{\"Or\":[{\"Variable\":\"$.v" + k + "\",\"StringEquals\":\"" + i
                                                + "\"},{\"Variable\":\"$.w" + k + "\",\"NumericLessThan\":" + k + "}]}")
                                + "]"));
        all.put(
                "rules with conditions",
                () -> jsonata(state(
                                0,
                                "\"Type\":\"Choice\",\"Choices\":["
                                        + many(
                                                3_000,
                                                i -> "{\"Condition\":\"{% $states.input.v = " + i
                                                        + " and $states.input.w > 3 %}\",\"Next\":\"E\"}")
                                        + "],\"Default\":\"E\"")
                        + EXIT));
        all.put(
                "a rule of a thousand",
                () -> rules(
                        1,
                        i -> "\"Or\":[" + many(1_000, k -> "{\"Variable\":\"$.v\",\"StringEquals\":\"" + k + "\"}")
                                + "]"));
        all.put(
                "rules in rules",
                () -> rules(
                        1,
                        i -> "\"And\":[{".repeat(3_000) + "\"Variable\":\"$.x\",\"IsNull\":true" + "}]".repeat(3_000)));
        all.put("rules that double", () -> {
            String rule = "\"Variable\":\"$.x\",\"IsNull\":true";
            for (int i = 0; i < 13; i++) {
                rule = (i % 2 == 0 ? "\"And\":[{" : "\"Or\":[{") + rule + "},{" + rule + "}]";
            }
            String doubled = rule;
            return rules(1, i -> doubled);
        });
    }

    private static void errors(Map<String, Supplier<String>> all) {
        all.put(
                "retriers",
                () -> paths(state(
                        0,
                        TASK + END + ",\"Retry\":["
                                + many(
                                        3_000,
                                        i -> "{\"ErrorEquals\":[\"E" + i + "\",\"F" + i % 50
                                                + "\"],\"MaxAttempts\":99999999,\"BackoffRate\":1.0000001}")
                                + "]")));
        all.put(
                "catchers",
                () -> paths(state(
                                0,
                                TASK + END + ",\"Catch\":["
                                        + many(
                                                3_000,
                                                i -> "{\"ErrorEquals\":[\"E" + i + "\"]," + next(1 + i % 500) + "}")
                                        + "]")
                        + "," + many(500, i -> state(i + 1, "\"Type\":\"Fail\",\"Error\":\"X" + i + "\""))));
        all.put(
                "failing branches",
                () -> paths(many(
                                500,
                                i -> state(
                                        i,
                                        "\"Type\":\"Parallel\",\"Branches\":["
                                                + branch("F" + i, "\"Type\":\"Fail\",\"Error\":\"E" + i + "\"")
                                                + "],\"Catch\":[{\"ErrorEquals\":[\"E" + i + "\"]," + next(i + 1)
                                                + "}]," + next(i + 1)))
                        + "," + pass(500)));
        all.put(
                "branches of their own beside a state that nothing leads to",
                () -> paths(many(
                                3_000,
                                i -> state(
                                        i,
                                        "\"Type\":\"Parallel\",\"Branches\":[" + branch("B" + i, "\"Type\":\"Succeed\"")
                                                + "]," + next(i + 1)))
                        + "," + pass(3_000) + "," + pass(3_001)));
        all.put("failing branches in branches", () -> {
            String inner = branch("X", "\"Type\":\"Fail\",\"Error\":\"EX\"");
            for (int i = 0; i < 150; i++) {
                inner = branch(
                        "P" + i,
                        "\"Type\":\"Parallel\",\"Branches\":[" + inner + ","
                                + branch("F" + i, "\"Type\":\"Fail\",\"Error\":\"E" + i + "\"")
                                + "],\"Retry\":[{\"ErrorEquals\":[\"E" + i + "\"]}]," + END);
            }
            return inner;
        });
    }

    private static void texts(Map<String, Supplier<String>> all) {
        all.put(
                "keys",
                () -> paths(state(
                        0,
                        "\"Type\":\"Pass\"," + END + ",\"Result\":{" + many(80_000, i -> "\"k" + i + "\":1") + "}")));
        all.put(
                "unknown fields",
                () -> paths(state(0, "\"Type\":\"Pass\"," + END + "," + many(80_000, i -> "\"k" + i + "\":1"))));
        all.put(
                "paths without dollar",
                () -> paths(state(
                        0,
                        "\"Type\":\"Pass\"," + END + ",\"Parameters\":{" + many(40_000, i -> "\"k" + i + "\":\"$.a\"")
                                + "}")));
        all.put(
                "placeholders",
                () -> paths(state(
                        0,
                        "\"Type\":\"Pass\"," + END + ",\"Parameters\":{"
                                + many(20_000, i -> "\"${K" + i + "}\":\"${V" + i + "}\"") + "}")));
        all.put(
                "arrays in arrays",
                () -> paths(state(0, "\"Type\":\"Pass\"," + END + ",\"Result\":" + "[".repeat(990) + "]".repeat(990))));
        all.put(
                "a text",
                () -> paths(state(0, "\"Type\":\"Pass\"," + END + ",\"Result\":\"" + "x".repeat(1_000_000) + "\"")));
        all.put("a text in JSONata", () -> jsonata(expression("'" + "x".repeat(1_000_000) + "'")));
        all.put("a sum in JSONata", () -> jsonata(expression("1" + "+1".repeat(500_000))));
        all.put("an array in JSONata", () -> jsonata(expression("[1" + ",1".repeat(500_000) + "]")));
        all.put("statements in JSONata", () -> jsonata(expression("(" + "$a := 1;".repeat(50_000) + "$a)")));
        all.put(
                "values that double in JSONata",
                () -> jsonata(expression("($a0 := $states.input.x ? 1 : 'a';"
                        + IntStream.range(1, 400)
                                .mapToObj(i -> "$a" + i + " := $states.input.x ? {'l': $a" + (i - 1) + "} : [$a"
                                        + (i - 1) + ", $a" + (i - 1) + "];")
                                .collect(Collectors.joining())
                        + "$a399)")));
        all.put(
                "functions that call twice in JSONata",
                () -> jsonata(expression("($f0 := function($x){[$x, $x]};"
                        + IntStream.range(1, 200)
                                .mapToObj(i -> "$f" + i + " := function($x){$f" + (i - 1) + "($f" + (i - 1) + "($x))};")
                                .collect(Collectors.joining())
                        + "$f199(1))")));
        all.put(
                "a regular expression that backtracks",
                () -> jsonata(expression("$match($states.input, /((((((((((a+)+)+)+)+)+)+)+)+)+)+$/)")));
        all.put(
                "a regular expression",
                () -> jsonata(expression("$match($states.input, /" + "(a|b)*".repeat(100_000) + "/)")));
        all.put(
                "arguments",
                () -> paths(state(
                        0,
                        "\"Type\":\"Pass\"," + END + ",\"Parameters\":{\"a.$\":\"States.Format('" + "{}".repeat(20_000)
                                + "'," + many(20_000, i -> "$.a") + ")\"}")));
        all.put(
                "steps of a path",
                () -> paths(state(0, "\"Type\":\"Pass\"," + END + ",\"InputPath\":\"$" + ".a".repeat(100_000) + "\"")));
        all.put(
                "filters of a path",
                () -> paths(state(
                        0, "\"Type\":\"Pass\"," + END + ",\"InputPath\":\"$" + "[?(@.a==1)]".repeat(5_000) + "\"")));
        all.put("blanks", () -> " ".repeat(1_000_000) + paths(pass(0)));
    }

    private static void yaml(Map<String, Supplier<String>> all) {
        String before = "StartAt: S\nStates:\n  S:\n    Type: Pass\n    End: true\n";
        all.put(
                "YAML, aliases of aliases",
                () -> "A: &a0 [x]\n"
                        + IntStream.range(1, 12)
                                .mapToObj(i -> "B" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(10) + "]\n")
                                .collect(Collectors.joining())
                        + before + "    Result: *a11\n");
        all.put(
                "YAML, merge keys of merge keys",
                () -> "A: &a0 {k: 1}\n"
                        + IntStream.range(1, 200)
                                .mapToObj(i -> "B" + i + ": &a" + i + " {<<: [*a" + (i - 1) + ", *a" + (i - 1) + "], k"
                                        + i + ": 1}\n")
                                .collect(Collectors.joining())
                        + before + "    Result: *a199\n");
        all.put(
                "YAML, anchors",
                () -> before + "    Result:\n"
                        + IntStream.range(0, 40_000)
                                .mapToObj(i -> "      - &a" + i + " x\n")
                                .collect(Collectors.joining()));
        all.put("YAML, a folded text", () -> before + "    Result: >-\n" + "      word\n\n".repeat(80_000));
        all.put("YAML, a plain text", () -> before + "    Comment: a\n" + "      word\n".repeat(90_000));
        all.put("YAML, question marks", () -> "? ".repeat(100_000));
        all.put("YAML, comments", () -> "# x\n".repeat(200_000) + before);
    }

    private static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
    }

    private static String paths(String states) {
        return "{\"StartAt\":\"S0\",\"States\":{" + states + "}}";
    }

    private static String jsonata(String states) {
        return "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S0\",\"States\":{" + states + "}}";
    }

    private static String state(int number, String fields) {
        return "\"S" + number + "\":{" + fields + "}";
    }

    private static String next(int number) {
        return "\"Next\":\"S" + number + "\"";
    }

    private static String pass(int number) {
        return state(number, "\"Type\":\"Pass\"," + END);
    }

    private static String pass(int number, int next) {
        return state(number, "\"Type\":\"Pass\"," + next(next));
    }

    private static String output(int number, String expression, int next) {
        return state(number, "\"Type\":\"Pass\",\"Output\":\"" + expression + "\"," + next(next));
    }

    private static String expression(String text) {
        return state(0, "\"Type\":\"Pass\",\"Output\":\"{% " + text + " %}\"," + END);
    }

    private static String choice(int number, int rules, IntFunction<Integer> target, int otherwise) {
        return state(
                number,
                "\"Type\":\"Choice\",\"Choices\":["
                        + many(
                                rules,
                                rule -> "{\"Variable\":\"$.x\",\"NumericEquals\":" + rule + ","
                                        + next(target.apply(rule)) + "}")
                        + "],\"Default\":\"S" + otherwise + "\"");
    }

    private static String rules(int count, IntFunction<String> rule) {
        return paths(state(
                        0,
                        "\"Type\":\"Choice\",\"Choices\":[" + many(count, i -> "{" + rule.apply(i) + ",\"Next\":\"E\"}")
                                + "],\"Default\":\"E\"")
                + EXIT);
    }

    private static String branch(String name, String fields) {
        return "{\"StartAt\":\"" + name + "\",\"States\":{\"" + name + "\":{" + fields + "}}}";
    }
}
