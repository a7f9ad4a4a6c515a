package dev.asl4j.compiler.plan;

import java.util.List;

/**
 * A static field made once when the class is loaded.
 *
 * @param field its name
 * @param kind what is made
 * @param text what it is made from
 * @param flags of a regular expression, else empty
 * @param names of the members of an object, if they are known to be distinct and not too many for one expression; else empty
 * @param reads the variables that a JSONata expression reads, else empty
 */
public record Constant(String field, Kind kind, String text, String flags, List<String> names, List<Read> reads) {
    public Constant {
        names = List.copyOf(names);
        reads = List.copyOf(reads);
    }

    /** A variable of the state machine that an expression reads. */
    public record Read(String name, VariableSlot slot) {}

    /** What a constant is. */
    public enum Kind {
        /** JSON; the text is JSON text. */
        JSON,
        /** The pattern of StringMatches. */
        WILDCARDS,
        /** A regular expression of a filter. */
        REGEX,
        /** An instant. */
        TIMESTAMP,
        /** A JSONata expression. */
        QUERY,
        /** The names of an object that is built again and again; without text. */
        SHAPE,
        /** The name of members that are read or written; the text is the name. */
        MEMBER
    }
}
