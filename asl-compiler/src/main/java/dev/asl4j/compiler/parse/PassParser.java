package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Pass state. */
final class PassParser {

    private PassParser() {}

    static @Nullable PassState parse(StateReader reader) {
        JsonObject.Member member = reader.isJsonata() ? null : reader.cursor().member("Result");
        JsonValue result = member == null ? null : member.value();
        if (result != null) {
            Placeholders.warn(result, reader.diagnostics());
        }
        DataFlow dataFlow = reader.pass();
        List<Assignment> assignments = reader.assign();
        Transition transition = reader.transition();
        reader.done(Fields.PASS);
        return transition == null ? null : new PassState(reader.heading(), dataFlow, result, assignments, transition);
    }
}
