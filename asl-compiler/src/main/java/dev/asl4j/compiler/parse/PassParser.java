package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Pass state. */
final class PassParser {

    private PassParser() {}

    static @Nullable PassState parse(StateReader reader) {
        JsonObject.Member member = reader.cursor().member("Result");
        JsonValue result = member == null ? null : member.value();
        if (result != null) {
            Placeholders.warn(result, reader.diagnostics());
        }
        DataFlow dataFlow = reader.dataFlow(reader.template("Parameters"), null);
        reader.assign(reader.cursor());
        Transition transition = reader.transition();
        reader.done(Fields.JSONATA_STATE);
        return transition == null ? null : new PassState(reader.heading(), dataFlow, result, List.of(), transition);
    }
}
