package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a Task state. */
final class TaskParser {

    private TaskParser() {}

    static @Nullable TaskState parse(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        JsonString uri = cursor.require("Resource").knownString("Resource");
        boolean callback = uri != null && ResourceParser.isCallback(uri.value());
        // the task token is reported once: at the resource
        StateReader inner = callback
                ? new StateReader(
                        cursor,
                        reader.heading(),
                        reader.draft(),
                        reader.expressions().withTaskToken(),
                        reader.parsing())
                : reader;
        Resource resource = uri == null ? null : ResourceParser.parse(uri, cursor, reader.parsing());
        JsonString function = resource == null && !callback ? ResourceParser.functionName(cursor) : null;
        DataFlow dataFlow = inner.dataFlow(inner.template("Parameters", function), inner.template("ResultSelector"));
        Amount timeout = reader.amount("TimeoutSeconds", 1, DefinitionParser.GREATEST_SECONDS);
        Amount heartbeat = reader.amount("HeartbeatSeconds", 1, DefinitionParser.GREATEST_SECONDS);
        Template credentials = credentials(inner);
        reader.assign(cursor);
        List<Retrier> retriers = reader.retriers();
        List<Catcher> catchers = reader.catchers();
        Transition transition = reader.transition();
        reader.done(Fields.JSONATA_TASK);
        if (uri == null || resource == null || transition == null) {
            return null;
        }
        return new TaskState(
                reader.heading(),
                resource,
                uri,
                dataFlow,
                timeout,
                heartbeat,
                credentials,
                retriers,
                catchers,
                List.of(),
                transition);
    }

    // AWS wants a role. Other engines pass other things here (the specification leaves the fields open), so only an
    // object without any field is refused.
    private static @Nullable Template credentials(StateReader reader) {
        ObjectCursor cursor = reader.cursor();
        JsonObject object = cursor.object("Credentials");
        if (object == null) {
            return null;
        }
        if (object.members().isEmpty()) {
            JsonObject.Member member = Objects.requireNonNull(cursor.member("Credentials"));
            new ObjectCursor(object, member, "\"Credentials\"", reader.diagnostics())
                    .require("RoleArn")
                    .done();
            return null;
        }
        return reader.template("Credentials");
    }
}
