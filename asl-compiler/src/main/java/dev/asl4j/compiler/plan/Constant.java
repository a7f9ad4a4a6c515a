package dev.asl4j.compiler.plan;

/**
 * A static field made once when the class is loaded.
 *
 * @param field its name
 * @param kind what is made
 * @param text what it is made from
 * @param flags of a regular expression, else empty
 */
public record Constant(String field, Kind kind, String text, String flags) {

    Constant(String field, Kind kind, String text) {
        this(field, kind, text, "");
    }

    /** What a constant is. */
    public enum Kind {
        /** JSON; the text is JSON text. */
        JSON,
        /** The pattern of StringMatches. */
        WILDCARDS,
        /** A regular expression of a filter. */
        REGEX,
        /** An instant. */
        TIMESTAMP
    }
}
