package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.json.JsonString;
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
        reader.assign(reader.cursor());
        Transition transition = reader.transition();
        reader.done(Fields.JSONATA_STATE);
        return duration == null || transition == null
                ? null
                : new WaitState(reader.heading(), dataFlow, duration, List.of(), transition);
    }

    private static @Nullable WaitDuration duration(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        String field = cursor.requireOneOf("Seconds", "SecondsPath", "Timestamp", "TimestampPath");
        if (field == null) {
            return null;
        }
        return switch (field) {
            case "Seconds" -> {
                Long seconds = cursor.whole(field, 0, DefinitionParser.GREATEST_SECONDS);
                yield seconds == null ? null : new WaitDuration.Seconds(seconds);
            }
            case "Timestamp" -> {
                JsonString text = cursor.string(field);
                yield text == null || Substitutions.reported(text, reader.diagnostics())
                        ? null
                        : new WaitDuration.Timestamp(text.value(), text);
            }
            default -> path(reader, field);
        };
    }

    private static @Nullable WaitDuration path(StateReader reader, String field) {
        JsonString text = reader.cursor().string(field);
        Optional<Path> path = reader.expressions().path(field, text, Expressions.Use.REFERENCE);
        if (text == null || path.isEmpty()) {
            return null;
        }
        return field.equals("SecondsPath")
                ? new WaitDuration.SecondsPath(path.get(), text)
                : new WaitDuration.TimestampPath(path.get(), text);
    }
}
