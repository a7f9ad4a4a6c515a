package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares with what was recorded, and says where the two differ: {@code <*>} stands for what differs between runs, the order of keys
 * carries no meaning, numbers are equal if their values are.
 */
final class Comparison {
    private final List<String> differences = new ArrayList<>();

    /** What differs, with its place as a JSON pointer after {@code what}; nothing if the two are alike. */
    static List<String> differences(String what, JsonNode expected, JsonNode actual) {
        Comparison comparison = new Comparison();
        comparison.compare(what, "", expected, actual);
        return comparison.differences;
    }

    static boolean alike(JsonNode expected, JsonNode actual) {
        return differences("", expected, actual).isEmpty();
    }

    /**
     * Compares an error or a cause, which may be absent on either side.
     *
     * @param json whether it was JSON text that the recording wrote anew
     */
    static List<String> differences(String what, @Nullable String expected, @Nullable String actual, boolean json) {
        if (expected == null && actual == null) {
            return List.of();
        }
        if (expected == null) {
            return List.of(what + ": expected none but was " + Texts.excerpt(quoted(actual), ""));
        }
        if (actual == null) {
            return List.of(what + ": expected " + Texts.excerpt(quoted(expected), "") + " but was none");
        }
        Comparison comparison = new Comparison();
        if (!json || !comparison.comparedAsJson(what, "", expected, actual)) {
            comparison.compare(what, "", TextNode.valueOf(expected), TextNode.valueOf(actual));
        }
        return comparison.differences;
    }

    private void compare(String what, String pointer, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && expected.asText().equals(Texts.ANY)) {
            return;
        }
        if (expected.isObject() && actual.isObject()) {
            compareFields(what, pointer, expected, actual);
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(what, pointer + "/" + i, expected.get(i), actual.get(i));
            }
        } else if (!equal(expected, actual)) {
            differ(what, pointer, shown(expected), shown(actual));
        }
    }

    private void compareFields(String what, String pointer, JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String place = pointer + "/" + field.getKey();
            JsonNode other = actual.get(field.getKey());
            if (other == null) {
                differ(what, place, shown(field.getValue()), "absent");
            } else if (!isCause(field.getKey(), field.getValue(), other)
                    || !comparedAsJson(what, place, field.getValue().asText(), other.asText())) {
                compare(what, place, field.getValue(), other);
            }
        }
        for (Map.Entry<String, JsonNode> field : actual.properties()) {
            if (!expected.has(field.getKey())) {
                differ(what, pointer + "/" + field.getKey(), "absent", shown(field.getValue()));
            }
        }
    }

    /**
     * Causes inside of outputs are as recorded, but those of the recorded calls, which our outputs have them from, were written anew.
     */
    private static boolean isCause(String name, JsonNode expected, JsonNode actual) {
        return name.equals("Cause")
                && expected.isTextual()
                && actual.isTextual()
                && !Texts.matches(expected.asText(), actual.asText());
    }

    private boolean comparedAsJson(String what, String place, String expected, String actual) {
        Optional<JsonNode> wanted = Texts.container(expected);
        Optional<JsonNode> given = Texts.container(actual);
        if (wanted.isEmpty() || given.isEmpty()) {
            return false;
        }
        compare(what, place + "(as JSON)", wanted.get(), given.get());
        return true;
    }

    private static boolean equal(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (expected.isTextual() && actual.isTextual()) {
            return Texts.matches(expected.asText(), actual.asText());
        }
        return expected.equals(actual);
    }

    private void differ(String what, String pointer, String expected, String actual) {
        String place = pointer.isEmpty() ? what : what + " at " + pointer;
        differences.add(place + ": expected " + Texts.excerpt(expected, actual) + " but was "
                + Texts.excerpt(actual, expected));
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
