package dev.asl4j.compiler.logic;

/** The types of values, as far as tests tell them apart. */
enum ValueType {
    ABSENT,
    NULL,
    BOOLEAN,
    NUMBER,
    /** A string that is a timestamp. */
    TIMESTAMP,
    /** Any other string. */
    TEXT,
    /** An array or an object. */
    STRUCTURE
}
