package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code Catch}. */
final class CatchParser {

    private CatchParser() {}

    static List<Catcher> parse(StateReader reader) {
        List<Catcher> catchers = new ArrayList<>();
        for (RetryParser.Element element : RetryParser.elements(reader, "Catch", "catcher")) {
            Catcher catcher = parse(element, reader);
            if (catcher != null) {
                catchers.add(catcher);
                reader.draft().catcher(catcher);
            }
        }
        return catchers;
    }

    private static @Nullable Catcher parse(RetryParser.Element element, StateReader reader) {
        ObjectCursor cursor = element.cursor();
        FieldReader fields = reader.fields().inner(cursor, "Catch[" + element.index() + "]");
        List<ErrorName> errorEquals = RetryParser.errorEquals(cursor, reader);
        StateReference next = reader.target(cursor.require("Next"), "Next");
        PathSetting resultPath = reader.resultPath(fields);
        Template output = fields.isJsonata() ? fields.template("Output", JsonataFields.AFTER_ERROR, null) : null;
        List<Assignment> assignments = fields.assign(JsonataFields.AFTER_ERROR);
        String comment = cursor.comment();
        fields.done(Fields.CATCHER);
        return next == null
                ? null
                : new Catcher(errorEquals, next, resultPath, output, assignments, comment, cursor.subject());
    }
}
