package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.store.StoredFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All places of a definition that a frame can be at, as a store names them, with the types of their states. */
public final class Places {
    private final Map<String, String> types = new HashMap<>();

    private Places() {}

    /** Those of a definition. */
    public static Places of(StateMachine machine) {
        Places places = new Places();
        places.add(null, 0, machine.main());
        return places;
    }

    /** Whether there is a state of that type at that place. */
    public boolean has(String place, String type) {
        return type.equals(types.get(place));
    }

    private void add(@Nullable String outer, int branch, Scope scope) {
        StateTable states = scope.states();
        for (int state = 0; state < states.size(); state++) {
            String place = StoredFrame.place(outer, branch, states.name(state));
            types.put(place, states.type(state).name());
            List<Scope> inner = scope.inner(state);
            for (int i = 0; i < inner.size(); i++) {
                add(place, i, inner.get(i));
            }
        }
    }
}
