package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.store.StoredFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the item processor of a Map by the {@linkplain StoredFrame#place place} of the state. */
final class Processors {
    private Processors() {}

    /** The processor; null if there is no state with one at that place of a scope. */
    static @Nullable Scope find(Scope scope, String place) {
        return find(scope, null, 0, place);
    }

    /** Names may contain what separates them, so each state is tried whose place could be around. */
    private static @Nullable Scope find(Scope scope, @Nullable String outer, int branch, String place) {
        StateTable states = scope.states();
        for (int state = 0; state < states.size(); state++) {
            String here = StoredFrame.place(outer, branch, states.name(state));
            List<Scope> inner = scope.inner(state);
            if (here.equals(place) && inner.size() == 1) {
                return inner.get(0);
            }
            for (int i = 0; place.startsWith(here + "[") && i < inner.size(); i++) {
                @Nullable Scope found = find(inner.get(i), here, i, place);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
