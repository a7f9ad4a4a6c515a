package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packing} has written, in the same order. */
final class Unpacking {
    private static final int BITS = 7;
    private static final int MASK = (1 << BITS) - 1;

    private final byte[] bytes;
    private int at;

    Unpacking(byte[] bytes) {
        this.bytes = bytes;
    }

    int at() {
        return at;
    }

    void at(int position) {
        at = position;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += BITS) {
            byte next = bytes[at++];
            number |= (long) (next & MASK) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    int count() {
        return (int) number();
    }

    long signed() {
        long number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    Instant instant() {
        return Instant.ofEpochSecond(signed(), number());
    }

    @Nullable
    String text() {
        long number = number();
        if (number == Words.NULL) {
            return null;
        }
        int length = (int) (number >>> Words.KIND_BITS);
        return switch ((int) number & Words.KIND_MASK) {
            case Words.KIND_WORD -> Words.word(length);
            case Words.KIND_LATIN -> latin(length);
            case Words.KIND_WIDE -> wide(length);
            default -> throw new IllegalStateException("not a text");
        };
    }

    String given() {
        String text = text();
        if (text == null) {
            throw new IllegalStateException("a text is missing");
        }
        return text;
    }

    @Nullable
    JsonNode json() {
        int tag = bytes[at++];
        return switch (tag) {
            case Words.ABSENT -> null;
            case Words.JSON_NULL -> NullNode.getInstance();
            case Words.TRUE -> BooleanNode.TRUE;
            case Words.FALSE -> BooleanNode.FALSE;
            case Words.TEXT -> TextNode.valueOf(given());
            case Words.INTEGER -> Json.freeze(LongNode.valueOf(signed()));
            case Words.NUMERAL -> Json.parse(given());
            case Words.ARRAY -> array();
            case Words.OBJECT -> object();
            default -> throw new IllegalStateException("not a value");
        };
    }

    /** A value, or that one if there is none. */
    JsonNode json(JsonNode otherwise) {
        JsonNode value = json();
        return value == null ? otherwise : value;
    }

    JsonNode value() {
        JsonNode value = json();
        if (value == null) {
            throw new IllegalStateException("a value is missing");
        }
        return value;
    }

    private JsonNode array() {
        JsonNode[] elements = new JsonNode[count()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = value();
        }
        return Json.array(elements);
    }

    private JsonNode object() {
        ObjectBuilder object = Json.object();
        for (int left = count(); left > 0; left--) {
            object.set(given(), value());
        }
        return object.build();
    }

    private String latin(int length) {
        String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }

    private String wide(int length) {
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = (char) ((bytes[at] << Byte.SIZE) | (bytes[at + 1] & 0xFF));
            at += 2;
        }
        return new String(characters);
    }
}
