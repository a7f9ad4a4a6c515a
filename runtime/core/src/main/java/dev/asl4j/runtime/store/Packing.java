package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.BinaryWriter;
import dev.asl4j.runtime.data.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes small things into bytes, for what is kept in memory for long and seldom looked at: objects take five times the room. What often
 * comes in them is a {@linkplain Words word}, and a byte each. {@link Unpacking} reads them. The bytes never leave the process, so their
 * form may change at any time.
 */
final class Packing {
    private final BinaryWriter to = new BinaryWriter();

    /** What was written. */
    byte[] toBytes() {
        return to.toBytes();
    }

    /** A number, shorter if it is small and not negative. */
    void number(long number) {
        to.number(number);
    }

    void instant(Instant time) {
        to.signed(time.getEpochSecond());
        to.number(time.getNano());
    }

    /** A text, or that there is none. */
    void text(@Nullable String text) {
        Integer word = text == null || text.length() > Words.LONGEST ? null : Words.numberOf(text);
        if (text == null) {
            to.octet(Words.ABSENT);
        } else if (word != null) {
            to.octet(Words.FIRST_WORD + word);
        } else {
            to.octet(Words.TEXT);
            to.text(text);
        }
    }

    /** A value, or that there is none, which is not JSON's null. */
    void json(@Nullable JsonNode value) {
        if (value == null) {
            to.octet(Words.ABSENT);
            return;
        }
        JsonNode frozen = Json.freeze(value);
        switch (frozen.getNodeType()) {
            case STRING -> text(frozen.textValue());
            case ARRAY -> {
                to.octet(Words.ARRAY);
                to.number(frozen.size());
                frozen.forEach(this::json);
            }
            case OBJECT -> {
                to.octet(Words.OBJECT);
                to.number(frozen.size());
                for (Map.Entry<String, JsonNode> field : frozen.properties()) {
                    text(field.getKey());
                    json(field.getValue());
                }
            }
            case NULL, BOOLEAN, NUMBER -> {
                to.octet(Words.OTHER);
                to.value(frozen);
            }
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not frozen: " + frozen.getNodeType());
        }
    }
}
