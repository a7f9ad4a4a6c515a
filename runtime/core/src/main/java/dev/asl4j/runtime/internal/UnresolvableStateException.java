package dev.asl4j.runtime.internal;

import java.util.List;

/** A definition does not have the states at which a stored execution stands. Its message says what the definition has in their place. */
final class UnresolvableStateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Missing> missing;

    UnresolvableStateException(List<Missing> missing) {
        super(String.join(", ", missing.stream().map(Missing::text).toList()));
        this.missing = List.copyOf(missing);
    }

    /** All of them. */
    List<Missing> missing() {
        return missing;
    }

    /**
     * A state that cannot be taken up.
     *
     * @param place as {@link dev.asl4j.runtime.store.StoredFrame#place} gives it
     * @param type it had
     * @param found what the definition has in its place, up to where the state is named
     */
    record Missing(String place, String type, String found) {
        /** There is nothing. */
        static Missing state(String place, String type) {
            return new Missing(place, type, "no");
        }

        /** There is a state of another type. */
        static Missing type(String place, String type, String other) {
            return new Missing(place, type, "a " + other + " state instead of the");
        }

        /** There is such a state, but no task or no processor for it. */
        static Missing work(String place, String type) {
            return new Missing(place, type, "nothing to run for the");
        }

        String text() {
            return found + " " + type + " state \"" + place + "\"";
        }
    }
}
