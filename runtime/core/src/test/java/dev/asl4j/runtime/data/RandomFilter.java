package dev.asl4j.runtime.data;

import static dev.asl4j.runtime.data.Paths.at;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Random filters, each as text for the oracle and as the lambda that generated code would contain. */
final class RandomFilter {
    record Filter(String text, Predicate<JsonNode> predicate) {
        boolean test(JsonNode item) {
            return predicate.test(item);
        }
    }

    /** A side of a comparison; evaluates to null if there is nothing. */
    private record Operand(String text, Function<JsonNode, JsonNode> value) {
        static Operand literal(String text, String json) {
            JsonNode constant = Json.constant(json);
            return new Operand(text, item -> constant);
        }
    }

    private record Operator(String text, BiPredicate<JsonNode, JsonNode> test) {}

    private static final List<Operator> COMPARISONS = List.of(
            new Operator("==", Filters::equal),
            new Operator("!=", Filters::notEqual),
            new Operator("===", Filters::identical),
            new Operator("!==", Filters::notIdentical),
            new Operator("<", Filters::lessThan),
            new Operator("<=", Filters::lessThanOrEqual),
            new Operator(">", Filters::greaterThan),
            new Operator(">=", Filters::greaterThanOrEqual));

    private static final List<Operator> LISTS = List.of(
            new Operator("in", Filters::in),
            new Operator("nin", Filters::notIn),
            new Operator("subsetof", Filters::subsetOf),
            new Operator("anyof", Filters::anyOf),
            new Operator("noneof", Filters::noneOf));

    private static final List<String> REGEXES = List.of("x.*", "", "[0-9.]+", "(x|y)+", "TRUE");

    private final Random random;

    RandomFilter(Random random) {
        this.random = random;
    }

    Filter next() {
        return next(2);
    }

    private Filter next(int depth) {
        if (depth == 0) {
            return comparison();
        }
        return switch (random.nextInt(6)) {
            case 0 -> {
                Filter left = next(depth - 1);
                Filter right = next(depth - 1);
                yield new Filter(
                        "(" + left.text() + ") && (" + right.text() + ")", item -> left.test(item) && right.test(item));
            }
            case 1 -> {
                Filter left = next(depth - 1);
                Filter right = next(depth - 1);
                yield new Filter(
                        "(" + left.text() + ") || (" + right.text() + ")", item -> left.test(item) || right.test(item));
            }
            case 2 -> {
                Filter inner = next(depth - 1);
                yield new Filter("!(" + inner.text() + ")", item -> !inner.test(item));
            }
            default -> comparison();
        };
    }

    private Filter comparison() {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> binary(path(), pick(COMPARISONS), random.nextInt(3) == 0 ? path() : literal());
            case 3 -> binary(path(), pick(LISTS), random.nextInt(3) == 0 ? path() : list());
            case 4 -> binary(path(), new Operator("contains", Filters::contains), literal());
            case 5 -> {
                int size = random.nextInt(4);
                yield binary(
                        path(),
                        new Operator("size", Filters::size),
                        Operand.literal(Integer.toString(size), Integer.toString(size)));
            }
            case 6 -> {
                boolean empty = random.nextBoolean();
                yield binary(
                        path(),
                        new Operator("empty", Filters::empty),
                        Operand.literal(Boolean.toString(empty), Boolean.toString(empty)));
            }
            case 7 -> regex();
            default -> existence();
        };
    }

    private Filter regex() {
        Operand left = path();
        String pattern = pick(REGEXES);
        String flags = random.nextBoolean() ? "i" : "";
        Regex regex = Regex.of(pattern, flags);
        return new Filter(
                left.text() + " =~ /" + pattern + "/" + flags,
                item -> Filters.matches(left.value().apply(item), regex));
    }

    private Filter existence() {
        String name = name();
        String other = name();
        Filter filter = switch (random.nextInt(5)) {
            case 0 ->
                new Filter(
                        "@." + name + "[*]." + other,
                        item -> Filters.exists(
                                Selection.of(item).child(name).wildcard().child(other)));
            case 1 ->
                new Filter(
                        "@.." + name,
                        item -> Filters.exists(Selection.of(item).descendants().child(name)));
            case 2 ->
                new Filter(
                        "@." + name + "[?(@." + other + ")]",
                        item -> Filters.exists(
                                Selection.of(item).child(name).filter(inner -> Filters.exists(at(inner, other)))));
            default -> {
                Operand path = definite();
                yield new Filter(
                        path.text(), item -> Filters.exists(path.value().apply(item)));
            }
        };
        return random.nextInt(3) == 0 ? new Filter("!" + filter.text(), item -> !filter.test(item)) : filter;
    }

    private static Filter binary(Operand left, Operator operator, Operand right) {
        return new Filter(
                left.text() + " " + operator.text() + " " + right.text(),
                item -> operator.test()
                        .test(left.value().apply(item), right.value().apply(item)));
    }

    private Operand path() {
        String name = name();
        return switch (random.nextInt(8)) {
            case 0 ->
                new Operand(
                        "@." + name + "[*]",
                        item -> Selection.of(item).child(name).wildcard().toValue());
            case 1 ->
                new Operand(
                        "@.." + name,
                        item -> Selection.of(item).descendants().child(name).toValue());
            case 2 -> new Operand("@." + name + ".length()", item -> PathFunctions.length(at(item, name)));
            default -> definite();
        };
    }

    private Operand definite() {
        String name = name();
        String other = name();
        return switch (random.nextInt(4)) {
            case 0 -> new Operand("@." + name + "." + other, item -> at(at(item, name), other));
            case 1 -> {
                int index = random.nextInt(5) - 2;
                yield new Operand("@." + name + "[" + index + "]", item -> at(at(item, name), index));
            }
            default -> new Operand("@['" + name + "']", item -> at(item, name));
        };
    }

    private Operand literal() {
        return switch (random.nextInt(7)) {
            case 0 -> Operand.literal("null", "null");
            case 1 -> random.nextBoolean() ? Operand.literal("true", "true") : Operand.literal("false", "false");
            case 2, 3 -> {
                String text = pick(RandomJson.TEXTS);
                yield Operand.literal(random.nextBoolean() ? "'" + text + "'" : "\"" + text + "\"", "\"" + text + "\"");
            }
            case 4 -> Operand.literal("1.5", "1.5");
            default -> {
                String number = Integer.toString(random.nextInt(5) - 1);
                yield Operand.literal(number, number);
            }
        };
    }

    private Operand list() {
        return switch (random.nextInt(4)) {
            case 0 -> Operand.literal("[]", "[]");
            case 1 -> Operand.literal("['x', 1, true]", "[\"x\", 1, true]");
            case 2 -> Operand.literal("[\"xy\", null, 1.5, -1]", "[\"xy\", null, 1.5, -1]");
            default -> Operand.literal("[0, 1, 2, 3, '1']", "[0, 1, 2, 3, \"1\"]");
        };
    }

    private String name() {
        return pick(RandomJson.NAMES);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
