package dev.asl4j.compiler.expression;

/** What is known of a value at build time. */
public enum ValueKind {
    /** Nothing is known: the value is read from data. */
    ANY("a value"),
    /** A string. */
    TEXT("a string"),
    /** A number. */
    NUMBER("a number"),
    /** True or false. */
    BOOLEAN("a boolean"),
    /** Null. */
    NULL("null"),
    /** An array. */
    ARRAY("an array"),
    /** An object. */
    OBJECT("an object");

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    /** The kind with its article. */
    public String words() {
        return words;
    }

    /** Whether a value of this kind can be one of the other. */
    boolean canBe(ValueKind other) {
        return this == ANY || other == ANY || this == other;
    }
}
