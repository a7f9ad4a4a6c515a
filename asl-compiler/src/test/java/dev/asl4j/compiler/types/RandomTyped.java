package dev.asl4j.compiler.types;

import dev.asl4j.compiler.expression.JsonataFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Expressions of JSONata by chance, made of what has types that can be known, with many that fail. */
final class RandomTyped {

    private static final List<String> FUNCTIONS = JsonataFunctions.names().stream()
            .filter(name -> !name.equals("pad"))
            .toList();

    private final Random random;

    RandomTyped(Random random) {
        this.random = random;
    }

    String expression(int depth) {
        if (depth == 0) {
            return leaf();
        }
        int less = depth - 1;
        return pick(List.of(
                this::leaf,
                () -> call(less),
                () -> call(less),
                () -> call(less),
                () -> expression(less) + " " + operator() + " " + expression(less),
                () -> expression(less) + " " + operator() + " " + expression(less),
                () -> "-(" + expression(less) + ")",
                () -> "[" + list(less, 3) + "]",
                () -> "[" + expression(less) + ".." + word("1", "2.5", "'x'", expression(less)) + "]",
                () -> "{" + expression(less) + ": " + expression(less) + "}",
                () -> "(" + expression(less) + " ? " + expression(less)
                        + (random.nextBoolean() ? " : " + expression(less) : "") + ")",
                () -> block(less),
                () -> "(" + expression(less) + " ~> $" + function() + word("", "()", "(" + expression(less) + ")")
                        + ")",
                () -> "(" + expression(less) + ")"
                        + word("[0]", "[]", ".a", "[true]", "^($)", "{'k': $}", ".($ & 'x')"),
                () -> "$map(" + expression(less) + ", function($v, $i) { " + body(less) + " })",
                () -> "(function($v) { " + body(less) + " })(" + list(less, 1) + ")",
                () -> "(" + expression(less) + ")(" + list(less, 1) + ")"));
    }

    private String body(int depth) {
        return word("$v", "$v + 1", "$i", expression(depth), "$v & " + leaf());
    }

    private String block(int depth) {
        String variable = word("$l", "$m", "$n", "$sum");
        return "(" + variable + " := " + expression(depth) + "; "
                + word("", variable + " := " + expression(depth) + "; ", expression(depth) + "; ")
                + word(variable, variable + " " + operator() + " " + leaf(), expression(depth)) + ")";
    }

    private String call(int depth) {
        return "$" + function() + "(" + list(depth, 4) + ")";
    }

    private String function() {
        return FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
    }

    private String list(int depth, int most) {
        List<String> parts = new ArrayList<>();
        for (int count = Math.min(random.nextInt(most + 1), random.nextInt(most + 1)); count >= 0; count--) {
            parts.add(expression(depth));
        }
        return random.nextInt(8) == 0 ? "" : String.join(", ", parts);
    }

    private String leaf() {
        return word(
                "0",
                "1",
                "-2",
                "2.5",
                "10",
                "'a'",
                "'12'",
                "''",
                "'2026-01-02T03:04:05Z'",
                "'SHA-1'",
                "true",
                "false",
                "null",
                "[]",
                "[1, 2]",
                "['a', 'b']",
                "{}",
                "{'a': 1}",
                "[{'a': 'x'}]",
                "$a",
                "$b",
                "$c",
                "$d",
                "$l",
                "$m",
                "()",
                "$states.input",
                "$states.input.a",
                "$states.input.b",
                "$states.context.Execution.Name",
                "$states.context.State.RetryCount",
                "$states.context.Map.Item.Index",
                "$states.result",
                "$sum",
                "$uppercase",
                "function($x) { $x }",
                "function($x, $y) { $x > $y }",
                "/a/",
                "'#0'",
                "'[Y]'",
                "$uuid()",
                "$count([])");
    }

    private String operator() {
        return word("+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", ">", ">=", "in", "and", "or");
    }

    private String word(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String pick(List<Supplier<String>> choices) {
        return choices.get(random.nextInt(choices.size())).get();
    }
}
