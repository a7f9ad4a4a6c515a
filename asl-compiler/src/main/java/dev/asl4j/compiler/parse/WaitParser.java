package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Transition;
import dev.asl4j.compiler.model.WaitDuration;
import dev.asl4j.compiler.model.WaitState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a Wait state. */
final class WaitParser {

    private WaitParser() {}

    static @Nullable WaitState parse(StateReader reader) {
        WaitDuration duration = duration(reader);
        DataFlow dataFlow = reader.inputAndOutput();
        List<Assignment> assignments = reader.assign();
        Transition transition = reader.transition();
        reader.done(Fields.WAIT);
        return duration == null || transition == null
                ? null
                : new WaitState(reader.heading(), dataFlow, duration, assignments, transition);
    }

    private static @Nullable WaitDuration duration(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        String field = reader.isJsonata()
                ? cursor.requireOneOf("Seconds", "Timestamp")
                : cursor.requireOneOf("SecondsPath", "Seconds", "TimestampPath", "Timestamp");
        if (field == null) {
            return null;
        }
        return switch (field) {
            case "Seconds" -> {
                JsonString query = reader.isJsonata() ? text(cursor, field) : null;
                yield query == null ? seconds(cursor, field) : secondsQuery(query, reader);
            }
            case "Timestamp" -> {
                JsonString text = cursor.string(field);
                yield text == null ? null : timestamp(text, reader);
            }
            default -> path(reader, field);
        };
    }

    private static @Nullable JsonString text(ObjectCursor cursor, String field) {
        JsonObject.Member member = cursor.member(field);
        return member == null ? null : Values.as(JsonString.class, member.value());
    }

    private static @Nullable WaitDuration seconds(ObjectCursor cursor, String field) {
        Long seconds = cursor.whole(field, 0, DefinitionParser.GREATEST_SECONDS);
        JsonObject.Member member = cursor.member(field);
        return seconds == null || member == null ? null : new WaitDuration.Seconds(seconds, member.value());
    }

    private static @Nullable WaitDuration secondsQuery(JsonString text, StateReader reader) {
        JsonataExpression expression = reader.fields().query("Seconds", "a number", text);
        return expression == null ? null : new WaitDuration.SecondsQuery(expression, text);
    }

    private static @Nullable WaitDuration timestamp(JsonString text, StateReader reader) {
        if (reader.isJsonata() && JsonataFields.isMeantAsExpression(text)) {
            JsonataExpression expression = reader.fields().jsonata().expression(text, JsonataFields.ANYWHERE);
            return expression == null ? null : new WaitDuration.TimestampQuery(expression, text);
        }
        return Substitutions.postponed(text, reader.diagnostics())
                ? null
                : new WaitDuration.Timestamp(text.value(), text);
    }

    private static @Nullable WaitDuration path(StateReader reader, String field) {
        JsonString text = reader.cursor().string(field);
        Optional<Path> path = reader.fields().expressions().path(field, text, Expressions.Use.REFERENCE);
        if (text == null || path.isEmpty()) {
            return null;
        }
        return field.equals("SecondsPath")
                ? new WaitDuration.SecondsPath(path.get(), text)
                : new WaitDuration.TimestampPath(path.get(), text);
    }
}
