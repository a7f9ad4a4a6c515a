package dev.asl4j.compiler.datatype;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.schema.SchemaId;

/**
 * Something that a schema says and the type made of it does not hold; a validator can.
 *
 * @param id the schema
 * @param keyword the keyword that says it
 * @param at where
 * @param kind what becomes of it
 */
public record Loss(SchemaId id, String keyword, Subject at, Kind kind) {
    /** What becomes of it. */
    public enum Kind {
        /** The type is the right one, and takes more than the schema. */
        UNCHECKED,
        /** There is no such type, so that any JSON is taken. */
        UNTYPED,
        /** It is said in the documentation of the type alone. */
        UNUSED
    }
}
