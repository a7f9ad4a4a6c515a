package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Opening;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.StateReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads only the transitions and the inner scopes of a state whose type or query language is not known. Both languages write
 * transitions alike. Says nothing about the state's other fields, which it does not know.
 */
final class OutlineParser {

    private final StateDraft draft;
    private final Parsing parsing;

    private OutlineParser(StateDraft draft, Parsing parsing) {
        this.draft = draft;
        this.parsing = parsing;
    }

    /**
     * Reads the outline into the draft.
     *
     * @param type null: unknown
     */
    static void read(JsonObject object, @Nullable StateType type, StateDraft draft, Parsing parsing) {
        new OutlineParser(draft, parsing).read(object, type);
    }

    private void read(JsonObject object, @Nullable StateType type) {
        JsonValue end = object.get("End");
        JsonBoolean ends = Values.as(JsonBoolean.class, end);
        boolean terminal = type == StateType.SUCCEED || type == StateType.FAIL || (ends != null && ends.value());
        boolean moves = target(object, "Next");
        moves |= target(object, "Default");
        for (JsonObject rule : objects(object.get("Choices"))) {
            moves |= target(rule, "Next");
        }
        for (JsonObject catcher : objects(object.get("Catch"))) {
            target(catcher, "Next");
        }
        if (terminal) {
            draft.terminal();
        } else if (!moves) {
            draft.incomplete();
        }
        for (JsonObject branch : objects(object.get("Branches"))) {
            scope(branch, Scope.Kind.BRANCH);
        }
        for (String field : List.of("ItemProcessor", "Iterator")) {
            JsonValue value = object.get(field);
            JsonObject processor = Values.as(JsonObject.class, value);
            if (processor != null) {
                scope(processor, Scope.Kind.ITEM_PROCESSOR);
            }
        }
    }

    private boolean target(JsonObject object, String field) {
        JsonValue value = object.get(field);
        JsonString name = Values.as(JsonString.class, value);
        if (name == null || Substitutions.in(name)) {
            if (value != null) {
                draft.incomplete();
            }
            return false;
        }
        draft.target(new StateReference(name.value(), name));
        return true;
    }

    private void scope(JsonObject object, Scope.Kind kind) {
        ObjectCursor cursor = new ObjectCursor(object, new Opening(object), kind.words(), parsing.diagnostics());
        cursor.ignore("ProcessorConfig");
        draft.scope(ScopeParser.parseAlone(cursor, kind, parsing));
    }

    private static List<JsonObject> objects(@Nullable JsonValue value) {
        JsonArray array = Values.as(JsonArray.class, value);
        if (array == null) {
            return List.of();
        }
        return array.elements().stream()
                .map(element -> Values.as(JsonObject.class, element))
                .filter(Objects::nonNull)
                .toList();
    }
}
