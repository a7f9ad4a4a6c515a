package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.BinaryReader;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packing} has written, in the same order. */
final class Unpacking {
    private final BinaryReader from;

    Unpacking(byte[] bytes) {
        from = new BinaryReader(bytes);
    }

    int count() {
        return (int) from.number();
    }

    Instant instant() {
        return Instant.ofEpochSecond(from.signed(), from.number());
    }

    @Nullable
    String text() {
        int tag = from.octet();
        return tag == Words.ABSENT ? null : text(tag);
    }

    String given() {
        return text(from.octet());
    }

    private String text(int tag) {
        if (tag == Words.TEXT) {
            return from.text();
        }
        if (tag < Words.FIRST_WORD) {
            throw new IllegalStateException("not a text");
        }
        return Words.word(tag - Words.FIRST_WORD);
    }

    @Nullable
    JsonNode json() {
        int tag = from.octet();
        return tag == Words.ABSENT ? null : json(tag);
    }

    /** A value, or that one if there is none. */
    JsonNode json(JsonNode otherwise) {
        JsonNode value = json();
        return value == null ? otherwise : value;
    }

    JsonNode value() {
        return json(from.octet());
    }

    private JsonNode json(int tag) {
        return switch (tag) {
            case Words.OTHER -> from.value();
            case Words.ARRAY -> array();
            case Words.OBJECT -> object();
            default -> Json.freeze(TextNode.valueOf(text(tag)));
        };
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
}
