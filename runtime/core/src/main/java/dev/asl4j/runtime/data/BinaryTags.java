package dev.asl4j.runtime.data;

/** How {@link BinaryWriter} marks what it has written. */
final class BinaryTags {
    static final int NULL = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int INTEGER = 3;
    static final int DOUBLE = 4;
    static final int BIG_INTEGER = 5;
    static final int DECIMAL = 6;
    static final int ARRAY = 7;

    /** The number of names, the names, the values. */
    static final int OBJECT = 8;

    /** How far back such a list of names begins, the values. */
    static final int SAME_NAMES = 9;

    /** A text of characters up to U+00FF: length and a byte for each. */
    static final int LATIN = 10;

    /** Any other text: length and two bytes for each character, as UTF-8 knows no halves of pairs. */
    static final int WIDE = 11;

    /** How far back the same begins: a text or a value. */
    static final int SAME = 12;

    /** From here on the tag is a small integer, or the length of a short text of characters up to U+00FF. */
    static final int SMALL_INTEGER = 0x20;

    static final int SMALL_INTEGERS = 0x60;
    static final int SHORT = SMALL_INTEGER + SMALL_INTEGERS;
    static final int LONGEST_SHORT = 0xFF - SHORT;

    /** Bits of a number in each of its bytes. */
    static final int BITS = 7;

    private BinaryTags() {}
}
