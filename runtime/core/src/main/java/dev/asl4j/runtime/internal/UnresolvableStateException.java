package dev.asl4j.runtime.internal;

import java.util.List;

/** A definition does not have the states at which a stored execution stands. */
final class UnresolvableStateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Missing> missing;

    UnresolvableStateException(List<Missing> missing) {
        super(String.join("; ", missing.stream().map(Missing::text).toList()));
        this.missing = List.copyOf(missing);
    }

    /** All of them. */
    List<Missing> missing() {
        return missing;
    }

    /**
     * A state that is not there.
     *
     * @param place as {@link dev.asl4j.runtime.store.StoredFrame#place} gives it
     * @param type it had
     * @param why it cannot be taken up
     */
    record Missing(String place, String type, String why) {
        String text() {
            return "the " + type + " state \"" + place + "\" " + why;
        }
    }
}
