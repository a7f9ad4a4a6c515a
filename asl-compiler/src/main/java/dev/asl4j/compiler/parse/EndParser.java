package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.SucceedState;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the states that end their scope by their type: Succeed and Fail. */
final class EndParser {

    private EndParser() {}

    static SucceedState parseSucceed(StateReader reader) {
        reader.draft().terminal();
        DataFlow dataFlow = reader.inputAndOutput();
        reader.done(Fields.JSONATA_STATE);
        return new SucceedState(reader.heading(), dataFlow);
    }

    static FailState parseFail(StateReader reader) {
        reader.draft().terminal();
        FailText error = failText(reader, "Error");
        FailText cause = failText(reader, "Cause");
        reader.done(Set.of());
        return new FailState(reader.heading(), error, cause);
    }

    private static @Nullable FailText failText(StateReader reader, String field) {
        String pathField = field + "Path";
        ObjectCursor cursor = reader.cursor();
        String first = cursor.atMostOneOf(field, pathField);
        if (first == null) {
            return null;
        }
        JsonString text = cursor.string(first);
        if (text == null) {
            return null;
        }
        if (first.equals(field)) {
            Substitutions.warn(text, reader.diagnostics());
            return new FailText.Constant(text.value(), text);
        }
        return reader.expressions().failText(pathField, Objects.requireNonNull(text));
    }
}
