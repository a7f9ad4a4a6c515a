package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.StoredExecution;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The definitions of an engine: for each name the one by which new executions go, and older ones for those that began with them. */
public final class Machines {
    private final Map<String, Registered> current;
    private final List<StateMachine> previous;
    private final Set<String> pinned;

    /**
     * Definitions.
     *
     * @param current by name
     * @param previous older ones of the same names
     * @param pinned names of those whose new executions go by no other definition
     */
    public Machines(Map<String, Registered> current, List<StateMachine> previous, Set<String> pinned) {
        this.current = Map.copyOf(current);
        this.previous = List.copyOf(previous);
        this.pinned = Set.copyOf(pinned);
    }

    /** The one of that name by which new executions go; null if there is none. */
    public @Nullable Registered current(String name) {
        return current.get(name);
    }

    /** The fingerprints of all definitions of that name. */
    public Set<String> fingerprints(String name) {
        Set<String> found = new TreeSet<>();
        @Nullable Registered now = current.get(name);
        if (now != null) {
            found.add(now.machine().fingerprint());
        }
        previous.stream().filter(it -> it.name().equals(name)).forEach(it -> found.add(it.fingerprint()));
        return found;
    }

    /** Whether new executions of that name go by no other definition. */
    boolean isPinned(String name) {
        return pinned.contains(name);
    }

    /** The definition by which an execution is to go on, if its states are in it. */
    Resolution resolve(StoredExecution execution) {
        return resolve(
                execution.head().machine(),
                execution.progress().fingerprint(),
                execution.progress().pinned());
    }

    /** {@link #resolve} for one that began with that definition. */
    Resolution resolve(String name, String fingerprint, boolean isPinned) {
        @Nullable Registered now = current.get(name);
        if (now != null && now.machine().fingerprint().equals(fingerprint)) {
            return new Resolution(now.machine(), null);
        }
        for (StateMachine older : previous) {
            if (older.name().equals(name) && older.fingerprint().equals(fingerprint)) {
                return new Resolution(older, null);
            }
        }
        if (now == null) {
            return new Resolution(null, "no workflow named " + name + " is registered");
        }
        return isPinned
                ? new Resolution(
                        null,
                        "it is pinned to the definition " + fingerprint + " of " + name + ", which is not registered")
                : new Resolution(now.machine(), null);
    }

    /** Whether there is something new to try for an execution that is parked. */
    boolean mayGoOn(StoredExecution execution) {
        return resolve(execution).machine() != null;
    }

    /**
     * A definition, or what is missing.
     *
     * @param machine null if there is none
     * @param problem null if there is one
     */
    record Resolution(
            @Nullable StateMachine machine, @Nullable String problem) {}
}
