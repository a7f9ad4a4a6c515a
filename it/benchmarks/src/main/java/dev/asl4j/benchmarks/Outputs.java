package dev.asl4j.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Refuses to measure two programs that do different things. */
public final class Outputs {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Outputs() {}

    /** Reads with Jackson as it comes. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Writes with Jackson as it comes. */
    static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Throws IllegalStateException unless both are the same text. */
    public static void requireSame(Object one, Object other) {
        if (!one.toString().equals(other.toString())) {
            throw new IllegalStateException("outputs differ: " + one + " and " + other);
        }
    }

    /** Throws IllegalStateException unless both are the same data: names in any order, {@code 2.0} for {@code 2}. */
    public static void requireEqual(JsonNode one, JsonNode other) {
        if (!one.equals(Outputs::compare, other)) {
            throw new IllegalStateException("outputs differ: " + one + " and " + other);
        }
    }

    /** 0 for the same, as {@link JsonNode#equals(java.util.Comparator, JsonNode)} wants it. */
    private static int compare(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        boolean same = numbers ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
        return same ? 0 : 1;
    }
}
