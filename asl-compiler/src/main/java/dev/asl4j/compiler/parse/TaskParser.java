package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Task state. */
final class TaskParser {

    private TaskParser() {}

    static @Nullable TaskState parse(StateReader reader) {
        FieldReader fields = reader.fields();
        ResourceParser resources = new ResourceParser(fields);
        JsonString uri = reader.cursor().require("Resource").filledString("Resource");
        Resource resource = uri == null ? null : resources.parse(uri);
        DataFlow dataFlow = reader.work(
                resource == null || resource instanceof Resource.LambdaInvoke ? resources.functionName() : null);
        Amount timeout = fields.amount("TimeoutSeconds", 1, DefinitionParser.GREATEST_SECONDS);
        Amount heartbeat = fields.amount("HeartbeatSeconds", 1, DefinitionParser.GREATEST_SECONDS);
        Template credentials = credentials(fields, resource instanceof Resource.Activity);
        List<Assignment> assignments = reader.assignAfterWork();
        List<Retrier> retriers = reader.retriers();
        List<Catcher> catchers = reader.catchers();
        Transition transition = reader.transition();
        reader.done(Fields.TASK);
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
                assignments,
                transition);
    }

    // AWS wants a role. Other engines pass other things here (the specification leaves the fields open), so only an
    // object without any field is refused.
    private static @Nullable Template credentials(FieldReader fields, boolean activity) {
        ObjectCursor cursor = fields.cursor();
        JsonObject.Member member = cursor.member("Credentials");
        if (member == null) {
            return null;
        }
        JsonString text = Values.as(JsonString.class, member.value());
        if (fields.isJsonata() && text != null) {
            return fields.query("Credentials", "an object", text) == null ? null : fields.template("Credentials");
        }
        JsonObject object = cursor.object("Credentials");
        if (object != null && object.members().isEmpty()) {
            fields.diagnostics()
                    .report(
                            Code.MISSING_FIELD,
                            member,
                            "\"Credentials\" needs the field \"RoleArn\"",
                            null,
                            AwsWords.missing("RoleArn", member));
        } else if (object != null) {
            warn(object, member, activity, fields);
        }
        return object == null || object.members().isEmpty() ? null : fields.template("Credentials");
    }

    private static void warn(JsonObject object, JsonObject.Member member, boolean activity, FieldReader fields) {
        boolean role = object.member("RoleArn") != null || (!fields.isJsonata() && object.member("RoleArn.$") != null);
        if (activity) {
            String message = "an activity has no use for \"Credentials\", and AWS refuses them";
            String aws = "The field 'Credentials' is not supported for activities";
            fields.diagnostics()
                    .report(
                            Code.BAD_CREDENTIALS,
                            member,
                            message,
                            null,
                            AwsReport.of(aws, fields.cursor().subject()));
        } else if (!role) {
            String message = "\"Credentials\" has no \"RoleArn\", without which AWS refuses it";
            fields.diagnostics()
                    .report(Code.BAD_CREDENTIALS, member, message, null, AwsWords.missing("RoleArn", member));
        } else {
            warnOfType(object.member("RoleArn"), fields);
        }
    }

    private static void warnOfType(JsonObject.@Nullable Member role, FieldReader fields) {
        if (role != null && Values.as(JsonString.class, role.value()) == null) {
            String message = "\"RoleArn\" must be a string, but is "
                    + role.value().type().words();
            fields.diagnostics().report(Code.BAD_CREDENTIALS, role.value(), message);
        }
    }
}
