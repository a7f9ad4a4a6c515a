package dev.asl4j.compiler.json;

/** The types of JSON values, by the words messages use for them. */
public enum JsonType {
    /** An object. */
    OBJECT("an object"),
    /** An array. */
    ARRAY("an array"),
    /** A string. */
    STRING("a string"),
    /** A number. */
    NUMBER("a number"),
    /** True or false. */
    BOOLEAN("a boolean"),
    /** Null. */
    NULL("null");

    private final String words;

    JsonType(String words) {
        this.words = words;
    }

    /** The type with its article: {@code an object}. */
    public String words() {
        return words;
    }
}
