package dev.asl4j.compiler.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataParser;
import dev.asl4j.compiler.expression.RandomJsonata;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.json.JsonReader;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.SourceFile;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.jsonata.Bindings;
import dev.asl4j.runtime.jsonata.EvaluationException;
import dev.asl4j.runtime.jsonata.Jsonata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every value that an expression gives at run time is of an inferred type, and what is said to fail only does fail. Each variable of
 * the state machine is known by the types of the values that it has in one of the runs, and by nothing more.
 */
final class ExpressionTypesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int RUNS = 3;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "2.5",
            "-3",
            "\"\"",
            "\"a\"",
            "\"12\"",
            "[]",
            "[1]",
            "[\"a\",\"b\"]",
            "[[1],[2,3]]",
            "{}",
            "{\"a\":1,\"b\":\"x\"}",
            "{\"a\":[1,2,3],\"b\":[{\"a\":1}]}",
            "[{\"a\":1},{\"a\":\"x\",\"b\":null}]");

    private final Random random = new Random(20_261_126);

    /** Counts what the random expressions show, so that they cannot come to show nothing. */
    private static final class Tally {
        private int read;
        private int narrow;
        private int failing;
        private int values;
        private final List<String> wrong = new ArrayList<>();
    }

    @Test
    void expressionsOfKnownTypesKeepWhatIsInferred() {
        RandomTyped expressions = new RandomTyped(random);
        Tally tally = new Tally();
        for (int round = 0; round < 5_000; round++) {
            check(expressions.expression(1 + random.nextInt(3)), tally);
        }
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.read).isGreaterThan(4_500);
        assertThat(tally.narrow).as("whose types are known in part").isGreaterThan(1_000);
        assertThat(tally.failing).as("that only fail").isGreaterThan(800);
        assertThat(tally.values).as("evaluations with a value").isGreaterThan(4_000);
    }

    @Test
    void expressionsOfTheWholeGrammarKeepWhatIsInferred() {
        RandomJsonata expressions = new RandomJsonata(random);
        Tally tally = new Tally();
        for (int round = 0; round < 5_000; round++) {
            String expression = expressions.expression(3);
            check(round % 2 == 0 ? expression : "$a.(" + expression + ")", tally);
        }
        assertThat(tally.wrong).isEmpty();
        assertThat(tally.read).isGreaterThan(1_500);
        assertThat(tally.values).as("evaluations with a value").isGreaterThan(1_000);
    }

    private void check(String text, Tally tally) {
        JsonataExpression expression = parse(text);
        if (expression == null) {
            return;
        }
        tally.read++;
        List<Data> runs =
                random.ints(RUNS).mapToObj(seed -> new Data(new Random(seed))).toList();
        ExpressionTypes.Inferred inferred = ExpressionTypes.of(expression, new Known(runs));
        ValueTypes types = inferred.types();
        tally.narrow += types.equals(ValueTypes.ALL) || types.isNone() ? 0 : 1;
        tally.failing += types.isNone() ? 1 : 0;
        assertThat(types.isNone() && inferred.faults().isEmpty() && !text.contains("$error"))
                .as("%s fails for no reason", text)
                .isFalse();
        for (Data data : runs) {
            ValueTypes actual = actual(text, data);
            if (!actual.isNone()) {
                tally.values++;
                if (types.and(actual).isNone()) {
                    tally.wrong.add(String.join("\n", text, "gives " + actual + ", not " + types, data.toString()));
                }
            }
        }
    }

    private static @Nullable JsonataExpression parse(String text) {
        String json = JsonWriter.quoted("{%" + text + "%}");
        JsonString source =
                (JsonString) Objects.requireNonNull(JsonReader.read(new SourceFile("f", json), new Diagnostics()));
        return JsonataParser.expression(source, EnumSet.allOf(StatesMember.class), new Diagnostics());
    }

    /** The type of the value; those that hold or are a function if it does; none if the evaluation fails. */
    private static ValueTypes actual(String text, Data data) {
        try {
            return ValueTypes.of(type(Jsonata.compile(text).evaluate(data)));
        } catch (EvaluationException e) {
            return e.ending().equals("returned an unsupported result type.")
                    ? ValueTypes.of(ValueType.FUNCTION, ValueType.ARRAY, ValueType.OBJECT)
                    : ValueTypes.NONE;
        }
    }

    private static ValueType type(@Nullable JsonNode value) {
        return value == null
                ? ValueType.UNDEFINED
                : switch (value.getNodeType()) {
                    case NULL -> ValueType.NULL;
                    case BOOLEAN -> ValueType.BOOLEAN;
                    case NUMBER -> ValueType.NUMBER;
                    case STRING -> value.textValue().matches("-?Infinity|NaN") ? ValueType.NUMBER : ValueType.STRING;
                    case ARRAY -> ValueType.ARRAY;
                    case OBJECT, POJO -> ValueType.OBJECT;
                    case MISSING, BINARY -> throw new IllegalStateException(value.toString());
                };
    }

    /** What is known of the names: the types that they have in one of the runs. */
    private record Known(List<Data> runs) implements Names {

        @Override
        public @Nullable ValueTypes variable(String name) {
            ValueTypes types = ValueTypes.NONE;
            for (Data data : runs) {
                types = types.or(type(data.variable(name)));
            }
            return types.equals(ValueTypes.of(ValueType.UNDEFINED)) ? null : types;
        }

        @Override
        public ValueTypes states(List<String> path) {
            return StatesTypes.of(path);
        }
    }

    /** The data of one run. */
    private static final class Data implements Bindings {
        private final Map<String, @Nullable JsonNode> variables = new HashMap<>();
        private final JsonNode input;
        private final JsonNode result;

        Data(Random random) {
            for (String name : List.of("a", "b", "c", "d", "v", "i")) {
                if (random.nextInt(6) != 0) {
                    variables.put(name, json(random));
                }
            }
            input = json(random);
            result = json(random);
        }

        private static JsonNode json(Random random) {
            return json(VALUES.get(random.nextInt(VALUES.size())));
        }

        private static JsonNode json(String text) {
            try {
                return Json.freeze(MAPPER.readTree(text));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public JsonNode input() {
            return input;
        }

        @Override
        public JsonNode context() {
            return json(
                    "{\"Execution\": {\"Name\": \"n\", \"Input\": {}}, \"State\": {\"Name\": \"s\", \"RetryCount\": 0},"
                            + " \"Map\": {\"Item\": {\"Index\": 1, \"Value\": [1]}}}");
        }

        @Override
        public JsonNode result() {
            return result;
        }

        @Override
        public JsonNode errorOutput() {
            return json("{\"Error\": \"E\"}");
        }

        @Override
        public @Nullable JsonNode variable(String name) {
            return variables.get(name);
        }

        @Override
        public double random() {
            return 0.5;
        }

        @Override
        public UUID newId() {
            return new UUID(0, 1);
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public String toString() {
            return variables + " " + input + " " + result;
        }
    }
}
