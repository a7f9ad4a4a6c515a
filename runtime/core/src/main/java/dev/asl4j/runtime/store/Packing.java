package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values into bytes, for what is kept in memory for long and seldom looked at: objects take five times the room. {@link Unpacking}
 * reads them. The bytes never leave the process, so their form may change at any time.
 */
final class Packing {
    private static final int FIRST_CAPACITY = 256;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    /** What was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** A number, shorter if it is small and not negative. */
    void number(long number) {
        long left = number;
        room(Long.BYTES + 2);
        while ((left & -MORE) != 0) {
            bytes[size++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        bytes[size++] = (byte) left;
    }

    /** A number, shorter if it is near 0. */
    void signed(long number) {
        number((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    void instant(Instant time) {
        signed(time.getEpochSecond());
        number(time.getNano());
    }

    /** A text: its length and its kind, then a byte or two for each character. */
    void text(@Nullable String text) {
        if (text == null) {
            number(Words.NULL);
            return;
        }
        Integer word = text.length() <= Words.LONGEST ? Words.numberOf(text) : null;
        if (word != null) {
            number((long) word << Words.KIND_BITS | Words.KIND_WORD);
        } else if (isLatin(text)) {
            number((long) text.length() << Words.KIND_BITS | Words.KIND_LATIN);
            bytes(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            number((long) text.length() << Words.KIND_BITS | Words.KIND_WIDE);
            wide(text);
        }
    }

    /** A value; null is not JSON's null. */
    void json(@Nullable JsonNode value) {
        if (value == null) {
            tag(Words.ABSENT);
            return;
        }
        JsonNode frozen = Json.freeze(value);
        switch (frozen.getNodeType()) {
            case NULL -> tag(Words.JSON_NULL);
            case BOOLEAN -> tag(frozen.booleanValue() ? Words.TRUE : Words.FALSE);
            case STRING -> {
                tag(Words.TEXT);
                text(frozen.textValue());
            }
            case NUMBER -> numeral(frozen);
            case ARRAY -> {
                tag(Words.ARRAY);
                number(frozen.size());
                frozen.forEach(this::json);
            }
            case OBJECT -> {
                tag(Words.OBJECT);
                number(frozen.size());
                for (Map.Entry<String, JsonNode> field : frozen.properties()) {
                    text(field.getKey());
                    json(field.getValue());
                }
            }
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not frozen: " + frozen.getNodeType());
        }
    }

    private void numeral(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            tag(Words.INTEGER);
            signed(number.longValue());
        } else {
            tag(Words.NUMERAL);
            text(Json.write(number));
        }
    }

    private void tag(int tag) {
        room(1);
        bytes[size++] = (byte) tag;
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** Not as UTF-8, which knows no halves of pairs. */
    private void wide(String text) {
        room(2 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            bytes[size++] = (byte) (character >> Byte.SIZE);
            bytes[size++] = (byte) character;
        }
    }

    private void bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }
}
