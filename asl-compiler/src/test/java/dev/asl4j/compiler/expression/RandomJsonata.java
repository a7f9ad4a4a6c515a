package dev.asl4j.compiler.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Expressions of JSONata by chance, of all of its grammar, that evaluate without looping. */
public final class RandomJsonata {

    private final Random random;

    public RandomJsonata(Random random) {
        this.random = random;
    }

    public String expression(int depth) {
        return depth == 0
                ? leaf()
                : pick(List.of(
                        () -> leaf(),
                        () -> path(depth),
                        () -> path(depth),
                        () -> path(depth),
                        () -> expression(depth - 1) + blank() + operator() + blank() + expression(depth - 1),
                        () -> expression(depth - 1) + blank() + operator() + blank() + expression(depth - 1),
                        () -> "-" + primary(depth - 1),
                        () -> "[" + list(depth - 1, this::element) + "]",
                        () -> object(depth - 1),
                        () -> "(" + list(depth - 1, this::statement).replace(",", ";") + ")",
                        () -> primary(depth - 1) + blank() + "?" + blank() + expression(depth - 1) + " : "
                                + expression(depth - 1),
                        () -> primary(depth - 1) + "?" + expression(depth - 1),
                        () -> call(depth - 1),
                        () -> expression(depth - 1) + " ~> " + chained(depth - 1),
                        () -> expression(depth - 1) + " ~> |" + name() + "|" + object(depth - 1)
                                + word("", ",'a'", ",['b', 'c']") + "|"));
    }

    private String statement(int depth) {
        return (random.nextInt(3) == 0 ? variable() + blank() + ":=" + blank() : "") + primary(depth);
    }

    private String element(int depth) {
        return random.nextInt(5) == 0 ? random.nextInt(3) + ".." + random.nextInt(6) : expression(depth);
    }

    private String call(int depth) {
        return word("$string", "$count", "$sum", "$exists", "$uppercase", "$not", "$append", "$merge", "$keys") + "("
                + list(depth, this::expression) + ")";
    }

    private String chained(int depth) {
        return word("$count", "$string()", "$f", "$append(?, 1)", "function($x){$x}", lambda(depth));
    }

    private String lambda(int depth) {
        return word("function", "\u03BB") + "($a" + word("", ", $b") + ")" + word("", "<x-:x>", "<a<n>x?:x>") + blank()
                + "{" + expression(depth) + "}";
    }

    private String primary(int depth) {
        return depth == 0 || random.nextBoolean() ? leaf() : "(" + expression(depth - 1) + ")";
    }

    private String path(int depth) {
        StringBuilder path = new StringBuilder(pick(List.of(this::name, this::name, this::variable, () -> "$")));
        for (int steps = random.nextInt(4); steps > 0; steps--) {
            path.append(stages(depth))
                    .append(blank())
                    .append('.')
                    .append(blank())
                    .append(pick(List.of(
                            this::name,
                            this::name,
                            () -> word("*", "**", "`b`", "'c'", "and", "or", "%"),
                            () -> "(" + expression(depth - 1) + ")",
                            () -> "[" + expression(depth - 1) + "]",
                            () -> object(depth - 1))));
        }
        path.append(stages(depth));
        if (random.nextInt(6) == 0) {
            path.append("^(")
                    .append(word("", "<", ">"))
                    .append(primary(depth - 1))
                    .append(")");
        }
        if (random.nextInt(6) == 0) {
            path.append(object(depth - 1));
        }
        return path.toString();
    }

    private String stages(int depth) {
        return pick(List.of(
                () -> "",
                () -> "",
                () -> "",
                () -> "[]",
                () -> word("@$v", "#$i", "@$v#$i"),
                () -> "[" + random.nextInt(3) + "]" + word("", "[]"),
                () -> "[-1]",
                () -> "[" + expression(depth - 1) + "]"));
    }

    private String object(int depth) {
        return "{" + list(depth, at -> word("'k'", "\"l\"", "a", "$string(b)") + blank() + ":" + expression(at)) + "}";
    }

    private String list(int depth, java.util.function.IntFunction<String> part) {
        List<String> parts = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            parts.add(part.apply(Math.max(0, depth)));
        }
        return String.join(blank() + "," + blank(), parts);
    }

    private String leaf() {
        return pick(List.of(
                this::name,
                this::variable,
                () -> word("0", "1", "2.50", "3e2", "-4", "true", "false", "null"),
                () -> word("'x'", "\"y\"", "'\\u00e9\\n\\'", "\"\"").replace("\\'", "'"),
                () -> word("$", "/a+[/]\\/(b)/i", "/x/")));
    }

    private String name() {
        return word("a", "b", "c", "`d e`", "in", "and");
    }

    private String variable() {
        return word("$a", "$b", "$v", "$i", "$f");
    }

    private String operator() {
        return word("+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", ">", ">=", " in ", " and ", " or ");
    }

    private String blank() {
        return word("", "", "", " ", "\n", " /* so */ ");
    }

    private String word(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String pick(List<Supplier<String>> choices) {
        return choices.get(random.nextInt(choices.size())).get();
    }
}
