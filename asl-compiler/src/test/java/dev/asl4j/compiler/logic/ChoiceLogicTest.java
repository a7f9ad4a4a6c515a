package dev.asl4j.compiler.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.parse.DefinitionParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is proven of random rules holds when they are tried on values of every type. */
final class ChoiceLogicTest {
    private static final int STATES = 3_000;

    /** Of the values, as JSON; null: nothing is there. */
    private static final @Nullable String[] VALUES = {
        null, "null", "true", "false", "1", "2", "3", "\"a\"", "\"b\"", "\"2026-01-01T00:00:00Z\"", "{}"
    };

    private final Random random = new Random(4);

    /** A rule as JSON with its meaning; empty: it is an error. */
    private record Rule(String json, Predicate<@Nullable String[]> fails, Predicate<@Nullable String[]> holds) {}

    @Test
    void deadRulesAreNeverTaken() {
        int dead = 0;
        int exhaustive = 0;
        for (int i = 0; i < STATES; i++) {
            List<Rule> rules = IntStream.range(0, 4).mapToObj(rule -> rule(2)).toList();
            ChoiceLogic.Verdict verdict = ChoiceLogic.of(state(rules));
            dead += verdict.dead().size();
            exhaustive += verdict.exhaustive() ? 1 : 0;
            for (String first : VALUES) {
                for (String second : VALUES) {
                    Optional<OptionalInt> taken = taken(rules, new String[] {first, second});
                    if (taken.isEmpty()) {
                        continue; // an error
                    }
                    for (ChoiceLogic.Dead each : verdict.dead()) {
                        assertThat(taken.get())
                                .as("%s with %s and %s", rules, first, second)
                                .isNotEqualTo(OptionalInt.of(each.rule()));
                    }
                }
            }
        }
        assertThat(dead).isGreaterThan(STATES / 20);
        assertThat(exhaustive).isPositive();
    }

    /** Nested so that a search for a proof has more ways than there is time for. */
    @Test
    void proofsAreGivenUp() {
        String rule = "{\"Variable\": \"$.x\", \"NumericEquals\": 1}";
        String other = "{\"Variable\": \"$.x\", \"NumericEquals\": 2}";
        for (int i = 0; i < 45; i++) {
            String operator = i % 2 == 0 ? "And" : "Or";
            rule = "{\"" + operator + "\": [" + rule + ", {\"Variable\": \"$.y\", \"NumericEquals\": " + i + "}]}";
            other = "{\"" + operator + "\": [" + other + ", {\"Variable\": \"$.z\", \"NumericEquals\": " + i + "}]}";
        }
        String first = rule;
        String second = other;
        ChoiceState state = state(IntStream.range(0, 300)
                .mapToObj(i ->
                        new Rule(i % 2 == 0 ? first : second.replace("2}", i + "}"), values -> false, values -> true))
                .toList());
        assertThat(ChoiceLogic.of(state).dead()).isNotEmpty();
    }

    private static Optional<OptionalInt> taken(List<Rule> rules, @Nullable String[] values) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).fails().test(values)) {
                return Optional.empty();
            }
            if (rules.get(i).holds().test(values)) {
                return Optional.of(OptionalInt.of(i));
            }
        }
        return Optional.of(OptionalInt.empty());
    }

    private Rule rule(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(8);
        if (kind == 0) {
            Rule inner = rule(depth - 1);
            return new Rule(
                    "{\"Not\": " + inner.json() + "}",
                    inner.fails(),
                    values -> !inner.holds().test(values));
        }
        if (kind <= 2) {
            List<Rule> parts = new ArrayList<>(List.of(rule(depth - 1), rule(depth - 1)));
            boolean all = kind == 1;
            Rule first = parts.get(0);
            Rule second = parts.get(1);
            return new Rule(
                    parts.stream()
                            .map(Rule::json)
                            .collect(Collectors.joining(", ", all ? "{\"And\": [" : "{\"Or\": [", "]}")),
                    values -> first.fails().test(values)
                            || (first.holds().test(values) == all
                                    && second.fails().test(values)),
                    values -> all
                            ? first.holds().test(values) && second.holds().test(values)
                            : first.holds().test(values) || second.holds().test(values));
        }
        return comparison(random.nextInt(2));
    }

    private Rule comparison(int variable) {
        int number = random.nextInt(1, 4);
        boolean flag = random.nextBoolean();
        String text = flag ? "a" : "b";
        return switch (random.nextInt(10)) {
            case 0 -> value(variable, "NumericEquals", "" + number, value -> compare(value, number) == 0);
            case 1 -> value(variable, "NumericLessThan", "" + number, value -> compare(value, number) == -1);
            case 2 ->
                value(variable, "NumericGreaterThanEquals", "" + number, value -> compare(value, number) % 2 != -1);
            case 3 -> value(variable, "StringEquals", "\"" + text + "\"", value -> value.equals("\"" + text + "\""));
            case 4 -> value(variable, "BooleanEquals", "" + flag, value -> value.equals("" + flag));
            case 5 -> value(variable, "IsNull", "" + flag, value -> value.equals("null") == flag);
            case 6 -> value(variable, "IsString", "" + flag, value -> value.startsWith("\"") == flag);
            case 7 -> value(variable, "IsTimestamp", "" + flag, value -> value.startsWith("\"2026") == flag);
            case 8 -> value(variable, "StringGreaterThan", "\"" + text + "\"", value -> value.equals("\"b\"") && flag);
            default ->
                new Rule(
                        json(variable, "IsPresent", "" + flag),
                        values -> false,
                        values -> (values[variable] != null) == flag);
        };
    }

    /** -1, 0, 1; -3: it is no number. */
    private static int compare(String value, int number) {
        return value.matches("[0-9]") ? Integer.compare(Integer.parseInt(value), number) : -3;
    }

    private static Rule value(int variable, String operator, String operand, Predicate<String> holds) {
        return new Rule(
                json(variable, operator, operand),
                values -> values[variable] == null,
                values -> values[variable] != null && holds.test(values[variable]));
    }

    private static String json(int variable, String operator, String operand) {
        return "{\"Variable\": \"$.v" + variable + "\", \"" + operator + "\": " + operand + "}";
    }

    private static ChoiceState state(List<Rule> rules) {
        String choices = rules.stream()
                .map(rule -> rule.json().substring(0, rule.json().length() - 1) + ", \"Next\": \"E\"}")
                .collect(Collectors.joining(", "));
        String text = "{\"StartAt\": \"C\", \"States\": {\"C\": {\"Type\": \"Choice\", \"Choices\": [" + choices
                + "]}, \"E\": {\"Type\": \"Succeed\"}}}";
        Diagnostics diagnostics = new Diagnostics();
        JsonValue document = JsonReader.read("x.asl.json", text.getBytes(StandardCharsets.UTF_8), diagnostics);
        return (ChoiceState) DefinitionParser.parse(Objects.requireNonNull(document), "x", diagnostics)
                .orElseThrow()
                .main()
                .states()
                .get(0);
    }
}
