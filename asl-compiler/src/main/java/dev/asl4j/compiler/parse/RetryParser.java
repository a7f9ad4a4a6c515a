package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Retrier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads {@code Retry}, and what retriers and catchers have in common. */
final class RetryParser {

    private static final long GREATEST_DELAY = 31_622_400;
    private static final List<String> JITTER = List.of("NONE", "FULL");

    private RetryParser() {}

    static List<Retrier> parse(StateReader reader) {
        List<Retrier> retriers = new ArrayList<>();
        for (Element element : elements(reader, "Retry", "retrier")) {
            Retrier retrier = parse(element.cursor(), reader);
            retriers.add(retrier);
            reader.draft().retrier(retrier);
        }
        return retriers;
    }

    // A field that cannot be read counts as absent: the error that was reported keeps the definition from compiling.
    private static Retrier parse(ObjectCursor cursor, StateReader reader) {
        List<ErrorName> errorEquals = errorEquals(cursor, reader);
        Long interval = cursor.whole("IntervalSeconds", 1, DefinitionParser.GREATEST_SECONDS);
        Long attempts = cursor.whole("MaxAttempts", 0, DefinitionParser.GREATEST_SECONDS);
        BigDecimal rate = cursor.decimal("BackoffRate", BigDecimal.ONE, null);
        Long maxDelay = cursor.whole("MaxDelaySeconds", 1, GREATEST_DELAY);
        String jitter = cursor.oneOf("JitterStrategy", JITTER);
        String comment = cursor.comment();
        cursor.done();
        return new Retrier(
                errorEquals,
                Objects.requireNonNullElse(interval, 1L),
                Math.toIntExact(Objects.requireNonNullElse(attempts, 3L)),
                rate == null ? 2.0 : Math.min(rate.doubleValue(), Double.MAX_VALUE),
                maxDelay,
                "FULL".equals(jitter) ? Retrier.Jitter.FULL : Retrier.Jitter.NONE,
                comment,
                cursor.subject());
    }

    /** An element of {@code Retry} or {@code Catch}; its index counts from 0. */
    record Element(ObjectCursor cursor, int index) {}

    /** The elements of {@code Retry} or {@code Catch}, those that are objects. */
    static List<Element> elements(StateReader reader, String field, String kind) {
        JsonArray array = reader.cursor().array(field);
        List<Element> elements = new ArrayList<>();
        if (array == null) {
            if (field.equals("Catch") && reader.cursor().has(field)) {
                reader.draft().incomplete();
            }
            return elements;
        }
        int index = -1;
        for (JsonValue element : array.elements()) {
            index++;
            JsonObject object = Values.as(JsonObject.class, element);
            if (object == null) {
                Words.reportWrongType("a " + kind, "an object", element, reader.diagnostics());
                reader.draft().incomplete();
                continue;
            }
            String words = kind + " " + (elements.size() + 1) + " of state "
                    + Quotes.quote(reader.heading().name());
            elements.add(
                    new Element(new ObjectCursor(object, new Opening(object), words, reader.diagnostics()), index));
        }
        return elements;
    }

    /** {@code ErrorEquals}: what could be read of it. */
    static List<ErrorName> errorEquals(ObjectCursor cursor, StateReader reader) {
        Diagnostics diagnostics = reader.diagnostics();
        JsonArray array = cursor.require("ErrorEquals").array("ErrorEquals");
        if (array == null) {
            return List.of();
        }
        if (array.elements().isEmpty()) {
            diagnostics.report(
                    Code.EMPTY_ERROR_EQUALS,
                    array,
                    "\"ErrorEquals\" must name at least one error",
                    null,
                    AwsWords.empty(array));
        }
        List<ErrorName> names = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            JsonString name = Values.as(JsonString.class, element);
            if (name == null) {
                Words.reportWrongType("an error name", "a string", element, diagnostics);
            } else {
                Substitutions.warn(name, diagnostics);
                names.add(new ErrorName(name.value(), name));
            }
        }
        return names;
    }
}
