package dev.asl4j.compiler.json;

import dev.asl4j.compiler.source.Location;

/** How a string is written in its file, which says where its decoded characters stand there. */
public interface Spelling {

    /** Where the decoded characters from {@code from} to before {@code to} stand. */
    Location locate(JsonString string, int from, int to);

    /**
     * Whether any of the decoded characters from {@code from} to before {@code to} came in the place of a placeholder: what looks
     * like a placeholder there is none.
     */
    default boolean isSubstituted(int from, int to) {
        return false;
    }

    /** Whether the whole string came in the place of one placeholder. */
    default boolean isSubstitute() {
        return false;
    }
}
