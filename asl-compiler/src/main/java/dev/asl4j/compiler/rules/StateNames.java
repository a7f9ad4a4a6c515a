package dev.asl4j.compiler.rules;

import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names of all states of a definition, at whatever depth. A definition may be wrong, so any value of a state that has states counts as
 * a scope of it: a misspelled {@code Branches} does not make its states unknown.
 */
final class StateNames {
    private final Set<String> names = new LinkedHashSet<>();

    private StateNames() {}

    static Set<String> of(JsonValue definition) {
        StateNames found = new StateNames();
        found.scope(definition);
        return found.names;
    }

    private void scope(JsonValue value) {
        if (value instanceof JsonObject scope && scope.get("States") instanceof JsonObject states) {
            for (JsonObject.Member state : states.members()) {
                names.add(state.name());
                state(state.value());
            }
        }
    }

    private void state(JsonValue value) {
        if (value instanceof JsonObject state) {
            for (JsonObject.Member member : state.members()) {
                scope(member.value());
                if (member.value() instanceof JsonArray branches) {
                    branches.elements().forEach(this::scope);
                }
            }
        }
    }
}
