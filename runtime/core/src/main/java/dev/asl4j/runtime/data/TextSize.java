package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Bytes of a value's JSON text in UTF-8, without writing it. Containers remember theirs, so a value that is written to in
 * small steps is measured in small steps; and one that holds a large part many times over is measured at once.
 */
final class TextSize {
    private TextSize() {}

    /** The size, or Integer.MAX_VALUE if it is larger than that. */
    static int of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> ((FrozenObject) value).textSize();
            case ARRAY -> ((FrozenArray) value).textSize();
            case STRING -> value instanceof LongText text ? text.textSize() : ofText(value.textValue());
            case NUMBER ->
                value.isIntegralNumber() && value.canConvertToLong()
                        ? ofInteger(value.longValue())
                        : value.asText().length();
            case BOOLEAN -> value.booleanValue() ? 4 : 5;
            case NULL -> 4;
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not frozen: " + value.getNodeType());
        };
    }

    /** Adds, and stays at Integer.MAX_VALUE once there. */
    static int sum(long left, long right) {
        return (int) Math.min(Integer.MAX_VALUE, left + right);
    }

    /** Of a string or a name, quotes and escapes included. */
    static int ofText(String text) {
        long size = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                size += c >= 0x20 ? (c == '"' || c == '\\' ? 2 : 1) : ofControl(c);
            } else if (c < 0x800) {
                size += 2;
            } else if (!Character.isSurrogate(c)) {
                size += 3;
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                size += 4;
                i++;
            } else {
                size += 1; // half a character is encoded as a question mark
            }
        }
        return sum(size, 0);
    }

    private static int ofControl(char c) {
        return switch (c) {
            case '\b', '\t', '\n', '\f', '\r' -> 2;
            default -> 6;
        };
    }

    private static int ofInteger(long value) {
        if (value == Long.MIN_VALUE) {
            return 20;
        }
        int size = value < 0 ? 2 : 1;
        for (long rest = Math.abs(value); rest >= 10; rest /= 10) {
            size++;
        }
        return size;
    }
}
