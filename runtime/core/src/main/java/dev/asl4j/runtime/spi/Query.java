package dev.asl4j.runtime.spi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.Timestamps;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.jsonata.Bindings;
import dev.asl4j.runtime.jsonata.EvaluationException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the JSONata expressions of a state. Immutable; lives as long as the call of {@link Scope#enter} or {@link
 * Scope#resume} in which it was made.
 *
 * <p>Every method takes the field that holds the expression, as AWS names it: {@code Output/a/b[0]}, {@code
 * Choices[1]/Condition}, {@code Catch[0]/Assign/x}. Every method fails the state with States.QueryEvaluationError if the
 * expression cannot be evaluated, returns nothing, or returns what the field cannot take.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">AWS: transforming data</a>
 */
public final class Query {
    private static final long LONGEST_TIMEOUT = 99_999_999;

    private final Frame frame;
    private final int index;
    private final @Nullable JsonNode item;
    private final @Nullable JsonNode result;
    private final @Nullable JsonNode errorOutput;

    private Query(
            Frame frame,
            int index,
            @Nullable JsonNode item,
            @Nullable JsonNode result,
            @Nullable JsonNode errorOutput) {
        this.frame = frame;
        this.index = index;
        this.item = item;
        this.result = result;
        this.errorOutput = errorOutput;
    }

    /** For a state: {@code $states.input} and {@code $states.context}. */
    public static Query of(Frame frame) {
        return new Query(frame, 0, null, null, null);
    }

    /** For the {@code ItemSelector} of a Map state: the context has {@code Map.Item}. */
    public static Query ofItem(Frame frame, int index, JsonNode item) {
        return new Query(frame, index, item, null, null);
    }

    /** With {@code $states.result}. */
    public Query withResult(JsonNode result) {
        return new Query(frame, index, item, result, errorOutput);
    }

    /** With {@code $states.errorOutput}. */
    public Query withErrorOutput(JsonNode errorOutput) {
        return new Query(frame, index, item, result, errorOutput);
    }

    /** The value of an expression, of any kind. */
    public JsonNode value(QueryExpression expression, String field) {
        JsonNode value;
        try {
            value = expression.expression().evaluate(new Names(this, expression));
        } catch (EvaluationException e) {
            throw failure(expression, field, e.ending());
        }
        if (value == null) {
            throw failure(expression, field, "returned nothing (undefined).");
        }
        return value;
    }

    /** {@code Condition}: true or false; nothing else counts as either. */
    public boolean condition(QueryExpression expression, String field) {
        return typed(expression, field, JsonNodeType.BOOLEAN).booleanValue();
    }

    /** A text: {@code Error}, {@code Cause}, {@code Credentials/RoleArn}. */
    public String text(QueryExpression expression, String field) {
        return typed(expression, field, JsonNodeType.STRING).textValue();
    }

    /** {@code Seconds} of a Wait state: 0 or more; {@code TimeoutSeconds}, {@code HeartbeatSeconds}: 1 to 99,999,999. */
    public long seconds(QueryExpression expression, String field) {
        return field.equals("Seconds")
                ? whole(expression, field, 0, Long.MAX_VALUE)
                : whole(expression, field, 1, LONGEST_TIMEOUT);
    }

    /** {@code Timestamp}: a timestamp of RFC 3339. */
    public Instant timestamp(QueryExpression expression, String field) {
        String text = text(expression, field);
        Instant instant = Timestamps.parse(text);
        if (instant == null) {
            throw StateFailure.refused(
                    "The " + field.substring(field.lastIndexOf('/') + 1)
                            + " field cannot be parsed as an ISO-8601 extended offset date-time format string: " + text,
                    field);
        }
        return instant;
    }

    /** {@code Items}: an array. AWS was recorded refusing objects in the inline mode of a Map state. */
    public JsonNode items(QueryExpression expression, String field) {
        return typed(expression, field, JsonNodeType.ARRAY);
    }

    /** {@code Items} of a distributed Map: an array; or an object, each entry of which is an item, as AWS documents. */
    public JsonNode itemsOrEntries(QueryExpression expression, String field) {
        JsonNode items = value(expression, field);
        return items.isObject() ? items : checked(items, expression, field, JsonNodeType.ARRAY);
    }

    /** The items of a Map state without {@code Items}: its input, which must be an array. */
    public static JsonNode items(JsonNode input) {
        if (!input.isArray()) {
            throw StateFailure.query("Map state input must be an array but was: " + Json.write(input), null);
        }
        return input;
    }

    /** {@code MaxConcurrency}: 0 or more. */
    public int maxConcurrency(QueryExpression expression, String field) {
        return (int) whole(expression, field, 0, Integer.MAX_VALUE);
    }

    /** A number of things: {@code MaxItems}, {@code MaxItemsPerBatch}, {@code ToleratedFailureCount}: 0 or more. */
    public long count(QueryExpression expression, String field) {
        return whole(expression, field, 0, Long.MAX_VALUE);
    }

    /** {@code ToleratedFailurePercentage}: 0 to 100. */
    public double percentage(QueryExpression expression, String field) {
        JsonNode value = typed(expression, field, JsonNodeType.NUMBER);
        double percentage = value.doubleValue();
        if (!(percentage >= 0 && percentage <= 100)) {
            throw outOfRange(expression, field, "a number from 0 to 100", value);
        }
        return percentage;
    }

    private long whole(QueryExpression expression, String field, long least, long most) {
        JsonNode value = typed(expression, field, JsonNodeType.NUMBER);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            String range = most == Long.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
            throw outOfRange(expression, field, "an integer " + range, value);
        }
        return value.longValue();
    }

    private JsonNode typed(QueryExpression expression, String field, JsonNodeType type) {
        return checked(value(expression, field), expression, field, type);
    }

    private static JsonNode checked(JsonNode value, QueryExpression expression, String field, JsonNodeType type) {
        if (value.getNodeType() != type) {
            throw failure(
                    expression,
                    field,
                    "returned an unexpected result type. Expected '" + name(type) + "', but was '"
                            + name(value.getNodeType()) + "' for value: " + Json.write(value));
        }
        return value;
    }

    private static String name(JsonNodeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static StateFailure outOfRange(QueryExpression expression, String field, String expected, JsonNode value) {
        return failure(
                expression,
                field,
                "returned an unexpected result value. Expected " + expected + ", but was: " + Json.write(value));
    }

    private static StateFailure failure(QueryExpression expression, String field, String ending) {
        return StateFailure.query(
                "The JSONata expression '" + expression.text() + "' specified for the field '" + field + "' " + ending,
                field);
    }

    /** What the names of an expression stand for. */
    private record Names(Query query, QueryExpression expression) implements Bindings {
        @Override
        public JsonNode input() {
            return query.frame.input();
        }

        @Override
        public JsonNode context() {
            return query.item == null ? query.frame.context() : query.frame.context(query.index, query.item);
        }

        @Override
        public @Nullable JsonNode result() {
            return query.result;
        }

        @Override
        public @Nullable JsonNode errorOutput() {
            return query.errorOutput;
        }

        @Override
        public @Nullable JsonNode variable(String name) {
            for (QueryExpression.Read read : expression.reads()) {
                if (read.name().equals(name)) {
                    return query.frame.variable(read.depth(), read.slot());
                }
            }
            return null;
        }

        @Override
        public double random() {
            return query.frame.random();
        }

        @Override
        public UUID newId() {
            return query.frame.newId();
        }

        @Override
        public Instant now() {
            return query.frame.now();
        }
    }
}
