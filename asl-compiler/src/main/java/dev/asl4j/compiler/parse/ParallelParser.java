package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a Parallel state. */
final class ParallelParser {

    private ParallelParser() {}

    static @Nullable ParallelState parse(StateReader reader) {
        List<Scope> branches = branches(reader);
        DataFlow dataFlow = reader.work(null);
        List<Assignment> assignments = reader.assignAfterWork();
        List<Retrier> retriers = reader.retriers();
        List<Catcher> catchers = reader.catchers();
        Transition transition = reader.transition();
        reader.done(Fields.PARALLEL);
        return branches == null || transition == null
                ? null
                : new ParallelState(reader.heading(), dataFlow, branches, retriers, catchers, assignments, transition);
    }

    private static @Nullable List<Scope> branches(StateReader reader) {
        JsonArray array = reader.cursor().require("Branches").array("Branches");
        if (array == null) {
            return null;
        }
        if (array.elements().isEmpty()) {
            reader.diagnostics()
                    .report(
                            Code.EMPTY_VALUE,
                            array,
                            "\"Branches\" must hold at least one branch",
                            null,
                            AwsWords.empty(array));
        }
        List<Scope> branches = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            JsonObject object = Values.as(JsonObject.class, element);
            if (object == null) {
                Words.reportWrongType("a branch", "an object", element, reader.diagnostics());
                continue;
            }
            String words = "branch " + (branches.size() + 1) + " of state "
                    + Quotes.quote(reader.heading().name());
            ObjectCursor cursor = new ObjectCursor(object, new Opening(object), words, reader.diagnostics());
            Scope scope = ScopeParser.parseAlone(cursor, Scope.Kind.BRANCH, reader.parsing());
            reader.draft().scope(scope);
            if (scope != null) {
                branches.add(scope);
            }
        }
        return branches.isEmpty() ? null : branches;
    }
}
