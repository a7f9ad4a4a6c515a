package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of one running scope, by slot, and those that the current state has assigned. */
final class Variables {
    private static final @Nullable JsonNode[] NONE = {};

    private final Quotas quotas;
    private @Nullable JsonNode[] values = NONE;
    private @Nullable Map<String, JsonNode> assigned;

    Variables(Quotas quotas) {
        this.quotas = quotas;
    }

    /** The value; null if nothing was assigned yet. */
    @Nullable
    JsonNode get(int slot) {
        return slot < values.length ? values[slot] : null;
    }

    /**
     * Sets a value.
     *
     * @param remember for {@link #takeAssigned}
     */
    void assign(Scope scope, int slot, JsonNode value, boolean remember) {
        if (values.length == 0) {
            values = new @Nullable JsonNode[scope.variables().size()];
        }
        String name = scope.variables().get(slot);
        quotas.assigned(name, values[slot], value);
        values[slot] = value;
        if (remember) {
            if (assigned == null) {
                assigned = new LinkedHashMap<>();
            }
            assigned.put(name, value);
        }
    }

    /** What was assigned, by name, since this was asked last. */
    Map<String, JsonNode> takeAssigned() {
        @Nullable Map<String, JsonNode> taken = assigned;
        assigned = null;
        return taken == null ? Map.of() : taken;
    }

    /** All that have a value, by name; null if none has. */
    @Nullable
    JsonNode all(Scope scope) {
        ObjectBuilder all = Json.object();
        boolean any = false;
        for (int slot = 0; slot < values.length; slot++) {
            @Nullable JsonNode value = values[slot];
            if (value != null) {
                all.set(scope.variables().get(slot), value);
                any = true;
            }
        }
        return any ? all.build() : null;
    }

    /** Takes up what {@link #all} gave. Variables that the scope does not have any more are left out: nothing can ask for them. */
    void restore(Scope scope, JsonNode all) {
        values = new @Nullable JsonNode[scope.variables().size()];
        for (int slot = 0; slot < values.length; slot++) {
            @Nullable JsonNode value = all.get(scope.variables().get(slot));
            if (value != null) {
                quotas.remembered(value);
                values[slot] = value;
            }
        }
    }

    /** The scope is left, or begins anew. */
    void clear() {
        for (JsonNode value : values) {
            if (value != null) {
                quotas.forgotten(value);
            }
        }
        values = NONE;
        assigned = null;
    }
}
