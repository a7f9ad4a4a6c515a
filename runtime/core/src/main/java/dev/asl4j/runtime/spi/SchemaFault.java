package dev.asl4j.runtime.spi;

/**
 * What a schema refuses of a value. The texts are cut, since they may quote data: so a fault never holds more than a few hundred characters.
 *
 * @param pointer the place in the value (RFC 6901); empty: the whole
 * @param keyword of the schema that refuses it
 * @param message what it says of it
 * @since 0.1.0
 */
public record SchemaFault(String pointer, String keyword, String message) {
    private static final int MOST = 300;

    /** Cuts the texts at 300 characters. */
    public SchemaFault {
        pointer = cut(pointer);
        keyword = cut(keyword);
        message = cut(message);
    }

    /** What is told of it: {@code "/lines/0/sku": does not match the regex pattern ^[A-Z]+$ (pattern)}. */
    String words() {
        return (pointer.isEmpty() ? "" : "\"" + pointer + "\": ") + message + " (" + keyword + ")";
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + "...";
    }

    /** Does not show the place and the message, which may be data. */
    @Override
    public String toString() {
        return "SchemaFault[" + keyword + "]";
    }
}
