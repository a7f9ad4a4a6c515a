package dev.asl4j.runtime.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nothing of one evaluation reaches another one, and no evaluation changes its data. */
final class SharingTest {
    @Test
    void twoMachinesOnOneThreadWithAVariableOfTheSameName() {
        Expression first = Jsonata.compile("$count + 1");
        Expression second = Jsonata.compile("$count & '!'");
        for (int i = 0; i < 100; i++) {
            assertThat(first.evaluate(Given.variable("count", String.valueOf(i))))
                    .isEqualTo(Json.parse("" + (i + 1)));
            assertThat(second.evaluate(Given.variable("count", "\"x\""))).isEqualTo(Json.parse("\"x!\""));
        }
    }

    @Test
    void aVariableIsGoneWithItsEvaluation() {
        Expression read = Jsonata.compile("$kept");
        assertThat(read.evaluate(Given.variable("kept", "1"))).isEqualTo(Json.parse("1"));
        assertThat(read.evaluate(Given.input(Json.EMPTY))).isNull();
        assertThat(Jsonata.compile("($kept := 5; $kept)").evaluate(Given.input(Json.EMPTY)))
                .isNotNull();
        assertThat(read.evaluate(Given.input(Json.EMPTY))).isNull();
    }

    @Test
    void aNameThatTheExpressionBindsIsNotThereTheNextTime() {
        Expression expression = Jsonata.compile("$exists($x) ? 'leaked' : $x := 1");
        assertThat(expression.evaluate(Given.input(Json.EMPTY))).isEqualTo(Json.parse("1"));
        assertThat(expression.evaluate(Given.input(Json.EMPTY))).isEqualTo(Json.parse("1"));
    }

    @Test
    void aVariableTakesTheNameOfAFunction() {
        assertThat(Jsonata.compile("$count").evaluate(Given.variable("count", "7")))
                .isEqualTo(Json.parse("7"));
        assertThat(Jsonata.compile("$count([1,2])").evaluate(Given.input(Json.EMPTY)))
                .isEqualTo(Json.parse("2"));
    }

    @Test
    void afterAFailureTheExpressionWorksAgain() {
        Expression expression = Jsonata.compile("$states.input.a = 0 ? $error('no') : 10 / $states.input.a");
        for (int i = 0; i < 200; i++) {
            assertThatExceptionOfType(EvaluationException.class)
                    .isThrownBy(() -> expression.evaluate(Given.input("{\"a\": 0}")));
            assertThat(expression.evaluate(Given.input("{\"a\": 5}"))).isEqualTo(Json.parse("2"));
        }
    }

    @Test
    void manyThreadsShareAnExpression() throws Exception {
        Expression expression = Jsonata.compile(
                "($n := $states.input.n; $f := function($x, $i){$x + $i + $n}; $sum($map($list, $f)) + $self)");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                int own = thread;
                runs.add(threads.submit(() -> {
                    Map<String, JsonNode> variables =
                            Map.of("list", Json.parse("[1,2,3]"), "self", Json.parse(String.valueOf(own)));
                    Given given = new Given(Json.parse("{\"n\": " + own + "}"), variables);
                    JsonNode expected = Json.parse(String.valueOf(9 + 3 * own + own));
                    boolean right = true;
                    for (int i = 0; i < 500; i++) {
                        right &= expected.equals(expression.evaluate(given));
                    }
                    return right;
                }));
            }
            for (Future<Boolean> run : runs) {
                assertThat(run.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void dataComesBackAsItWas() {
        JsonNode input = Json.parse("{\"a\": {\"b\": [1, {\"c\": null}]}, \"e\": []}");
        assertThat(Jsonata.compile("$states.input").evaluate(Given.input(input)))
                .isSameAs(input);
        assertThat(Jsonata.compile("$states.input.a.b").evaluate(Given.input(input)))
                .isSameAs(input.get("a").get("b"));
    }

    @Test
    void noExpressionChangesItsData() {
        JsonNode input = Json.parse("{\"o\": {\"a\": 1}, \"list\": [3, 1], \"e\": []}");
        String before = Json.write(input);
        for (String text : new String[] {
            "$states.input ~> |o|{'a': 2}, 'b'|",
            "($o := $states.input.o; $states.input ~> |$o|{'a': 2}|)",
            "$sort($states.input.list)",
            "$append($states.input.list, 5)",
            "$reverse($states.input.list)",
            "$states.input.e{'k': 1}",
            "$states.input.list[]",
            "$merge([$states.input.o, {'a': 9}])"
        }) {
            try {
                Jsonata.compile(text).evaluate(Given.input(input));
            } catch (EvaluationException e) {
                // Whether it works is not the point here.
                assertThat(e.ending()).isNotEmpty();
            }
            assertThat(Json.write(input)).as(text).isEqualTo(before);
        }
    }

    @Test
    void onlyWhatIsReadIsBuilt() {
        Bindings given = Given.input("{\"a\": 1}");
        Bindings strict = new Bindings() {
            @Override
            public JsonNode input() {
                return given.input();
            }

            @Override
            public JsonNode context() {
                throw new AssertionError("context");
            }

            @Override
            public JsonNode result() {
                throw new AssertionError("result");
            }

            @Override
            public JsonNode errorOutput() {
                throw new AssertionError("errorOutput");
            }

            @Override
            public JsonNode variable(String name) {
                return null;
            }

            @Override
            public double random() {
                throw new AssertionError("random");
            }

            @Override
            public UUID newId() {
                throw new AssertionError("newId");
            }

            @Override
            public Instant now() {
                throw new AssertionError("now");
            }
        };
        assertThat(Jsonata.compile("$states.input.a").evaluate(strict)).isEqualTo(Json.parse("1"));
    }
}
