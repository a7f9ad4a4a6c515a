package dev.asl4j.compiler.types;

/** The types of the values of JSONata: those of JSON, functions, and nothing at all. */
public enum ValueType {
    /** No value: what a path gives that finds nothing. */
    UNDEFINED("nothing", 'm'),
    /** Null. */
    NULL("null", 'l'),
    /** True or false. */
    BOOLEAN("a boolean", 'b'),
    /** A number; also one that is not finite, which AWS writes as a string. */
    NUMBER("a number", 'n'),
    /** A string. */
    STRING("a string", 's'),
    /** An array. */
    ARRAY("an array", 'a'),
    /** An object. */
    OBJECT("an object", 'o'),
    /** A function; a regular expression is one. */
    FUNCTION("a function", 'f');

    private static final String SYMBOLS = "mlbnsaof";

    private final String words;
    private final char symbol;
    private final int bit;

    ValueType(String words, char symbol) {
        this.words = words;
        this.symbol = symbol;
        this.bit = 1 << SYMBOLS.indexOf(symbol);
    }

    /** The type with its article. */
    public String words() {
        return words;
    }

    /** One bit, another one for each type. */
    int bit() {
        return bit;
    }

    /** The letter for it in the signatures of functions. */
    char symbol() {
        return symbol;
    }
}
