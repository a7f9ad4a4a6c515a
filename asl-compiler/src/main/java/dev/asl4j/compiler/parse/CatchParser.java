package dev.asl4j.compiler.parse;

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
        for (ObjectCursor cursor : RetryParser.elements(reader, "Catch", "catcher")) {
            Catcher catcher = parse(cursor, reader);
            if (catcher != null) {
                catchers.add(catcher);
                reader.draft().catcher(catcher);
            }
        }
        return catchers;
    }

    private static @Nullable Catcher parse(ObjectCursor cursor, StateReader reader) {
        List<ErrorName> errorEquals = RetryParser.errorEquals(cursor, reader);
        StateReference next = reader.target(cursor.require("Next"), "Next");
        PathSetting resultPath = reader.resultPath(cursor);
        reader.assign(cursor);
        String comment = cursor.comment();
        cursor.done(Fields.JSONATA_CATCHER);
        return next == null
                ? null
                : new Catcher(errorEquals, next, resultPath, null, List.of(), comment, cursor.subject());
    }
}
