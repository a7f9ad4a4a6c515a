package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares with what was recorded: {@code <*>} stands for what differs between runs, numbers are equal by value. */
final class Likeness {
    private static final String ANY = "<*>";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Likeness() {}

    static boolean alike(JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && expected.asText().equals(ANY)) {
            return true;
        }
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isTextual() && actual.isTextual()) {
            return alike(expected.asText(), actual.asText());
        }
        if (expected.isObject() && actual.isObject()) {
            return expected.size() == actual.size() && fieldsAlike(expected, actual);
        }
        if (expected.isArray() && actual.isArray()) {
            return expected.size() == actual.size() && elementsAlike(expected, actual);
        }
        return expected.equals(actual);
    }

    static boolean alike(String expected, String actual) {
        if (!expected.contains(ANY)) {
            return expected.equals(actual);
        }
        String pattern = Arrays.stream(expected.split(Pattern.quote(ANY), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
    }

    /** For causes that were JSON text and are written anew in the recording. */
    static boolean alikeAsJson(String expected, String actual) {
        try {
            return alike(MAPPER.readTree(expected), MAPPER.readTree(actual));
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return alike(expected, actual);
        }
    }

    private static boolean fieldsAlike(JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode other = actual.get(field.getKey());
            if (other == null || !alike(field.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean elementsAlike(JsonNode expected, JsonNode actual) {
        Iterator<JsonNode> others = actual.iterator();
        for (JsonNode element : expected) {
            if (!alike(element, others.next())) {
                return false;
            }
        }
        return true;
    }
}
