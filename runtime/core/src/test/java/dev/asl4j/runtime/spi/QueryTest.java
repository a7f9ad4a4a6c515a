package dev.asl4j.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a state's fields take from expressions, and how they refuse the rest. */
final class QueryTest {
    private static final Query QUERY = Query.of(new Still());

    @Test
    void namesMeanWhatTheFrameHas() {
        QueryExpression expression = QueryExpression.of("$list[0] + ", "$states.input.n")
                .reads("list", 1, 2)
                .reads("other", 0, 0);
        assertThat(QUERY.value(expression, "Output")).isEqualTo(Json.parse("12"));
        assertThat(QUERY.value(QueryExpression.of("$states.context.at"), "Output"))
                .isEqualTo(Json.parse("\"state\""));
        JsonNode item = Json.parse("{\"a\": 1}");
        assertThat(Query.ofItem(new Still(), 3, item).value(QueryExpression.of("$states.context"), "ItemSelector"))
                .isEqualTo(Json.parse("{\"item\": {\"a\": 1}, \"index\": 3}"));
        assertThat(QUERY.withResult(item).value(QueryExpression.of("$states.result.a"), "Output"))
                .isEqualTo(Json.parse("1"));
        assertThat(QUERY.withErrorOutput(item).value(QueryExpression.of("$states.errorOutput.a"), "Output"))
                .isEqualTo(Json.parse("1"));
    }

    @Test
    void everyFieldTakesItsKind() {
        assertThat(QUERY.condition(QueryExpression.of("$states.input.n > 3"), "Condition"))
                .isTrue();
        assertThat(QUERY.text(QueryExpression.of("'x'"), "Error")).isEqualTo("x");
        assertThat(QUERY.seconds(QueryExpression.of("0"), "Seconds")).isZero();
        assertThat(QUERY.seconds(QueryExpression.of("60"), "TimeoutSeconds")).isEqualTo(60);
        assertThat(QUERY.timestamp(QueryExpression.of("$states.input.at"), "Timestamp"))
                .isEqualTo(Instant.parse("2016-03-14T01:59:00Z"));
        assertThat(QUERY.items(QueryExpression.of("[1,2]"), "Items")).hasSize(2);
        assertThat(QUERY.itemsOrEntries(QueryExpression.of("{'a': 1}"), "Items").isObject())
                .isTrue();
        assertThat(QUERY.maxConcurrency(QueryExpression.of("3"), "MaxConcurrency"))
                .isEqualTo(3);
        assertThat(QUERY.count(QueryExpression.of("0"), "ToleratedFailureCount"))
                .isZero();
        assertThat(QUERY.percentage(QueryExpression.of("12.5"), "ToleratedFailurePercentage"))
                .isEqualTo(12.5);
        assertThat(Query.items(Json.parse("[]"))).isEmpty();
    }

    @Test
    void whatAFieldDoesNotTakeFailsTheState() {
        String kind = "returned an unexpected result type. Expected '%s', but was '%s' for value: %s";
        refuses(QUERY::value, "$none", "returned nothing (undefined).");
        refuses(QUERY::value, "$f()", "threw an error during evaluation. T1006: Attempted to invoke a non-function");
        refuses(QUERY::value, "$sum", "returned an unsupported result type.");
        refuses(QUERY::condition, "1", kind.formatted("boolean", "number", "1"));
        refuses(QUERY::text, "null", kind.formatted("string", "null", "null"));
        refuses(QUERY::items, "{'foo': 'bar'}", kind.formatted("array", "object", "{\"foo\":\"bar\"}"));
        refuses(QUERY::itemsOrEntries, "'x'", kind.formatted("array", "string", "\"x\""));
        refuses(QUERY::seconds, "true", kind.formatted("number", "boolean", "true"));
        refuses(
                QUERY::seconds,
                "0",
                "returned an unexpected result value. Expected an integer from 1 to 99999999, but was: 0");
        refuses(
                QUERY::count,
                "1.5",
                "returned an unexpected result value. Expected an integer 0 or more, but was: 1.5");
        refuses(
                QUERY::percentage,
                "101",
                "returned an unexpected result value. Expected a number from 0 to 100, but was: 101");
    }

    @Test
    void aTimestampThatIsNoneAndAnInputThatIsNoArray() {
        assertThatExceptionOfType(StateFailure.class)
                .isThrownBy(() -> QUERY.timestamp(QueryExpression.of("'2016-12-05 21:29:29Z'"), "Timestamp"))
                .satisfies(e -> {
                    assertThat(e.cause())
                            .isEqualTo("The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time"
                                    + " format string: 2016-12-05 21:29:29Z");
                    assertThat(e.location()).isEqualTo("Timestamp");
                });
        assertThatExceptionOfType(StateFailure.class)
                .isThrownBy(() -> Query.items(Json.parse("{\"foo\": 1}")))
                .satisfies(e -> {
                    assertThat(e.cause()).isEqualTo("Map state input must be an array but was: {\"foo\":1}");
                    assertThat(e.error()).isEqualTo("States.QueryEvaluationError");
                    assertThat(e.location()).isNull();
                });
    }

    private static void refuses(BiFunction<QueryExpression, String, ?> field, String text, String ending) {
        assertThatExceptionOfType(StateFailure.class)
                .isThrownBy(() -> field.apply(QueryExpression.of(text), "Output/a[0]"))
                .satisfies(e -> {
                    assertThat(e.error()).isEqualTo("States.QueryEvaluationError");
                    assertThat(e.location()).isEqualTo("Output/a[0]");
                    assertThat(e.cause())
                            .isEqualTo("The JSONata expression '" + text + "' specified for the field 'Output/a[0]' "
                                    + ending);
                });
    }

    /** A frame that only answers. */
    private static final class Still extends Frame {
        Still() {
            super(0, Json.parse("{\"n\": 5, \"at\": \"2016-03-14T01:59:00Z\"}"));
        }

        @Override
        protected void leave(int state, JsonNode output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void succeed(JsonNode output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fail(String error, String cause) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void call(Task task, JsonNode input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void call(Task task, JsonNode input, long timeoutSeconds, long heartbeatSeconds, JsonNode credentials) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void waitSeconds(long seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void waitUntil(Instant instant) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fork(JsonNode input, Scope... branches) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void map(Scope processor, JsonNode input, JsonNode items, int maxConcurrency) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void mapStarted(long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void distribute(Distribution distribution) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable JsonNode variable(int depth, int slot) {
            return depth == 1 && slot == 2 ? Json.parse("[7]") : null;
        }

        @Override
        public void assign(int slot, JsonNode value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String taskToken() {
            throw new UnsupportedOperationException();
        }

        @Override
        public JsonNode context() {
            return Json.parse("{\"at\": \"state\"}");
        }

        @Override
        public JsonNode context(int index, JsonNode item) {
            return Json.object()
                    .set("item", item)
                    .set("index", Json.parse("" + index))
                    .build();
        }

        @Override
        public @Nullable JsonNode itemKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable JsonNode itemSource() {
            throw new UnsupportedOperationException();
        }

        @Override
        public JsonNode defaultItemInput(int index, JsonNode item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public JsonNode executionInput() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable JsonNode mapItemValue() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable JsonNode mapItemIndex() {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable JsonNode mapItemKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public UUID newId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double random() {
            return 0.5;
        }
    }
}
