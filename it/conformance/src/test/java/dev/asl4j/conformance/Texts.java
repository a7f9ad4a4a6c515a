package dev.asl4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of recordings: JSON inside of texts, wildcards, and excerpts that a reader can take in. */
final class Texts {
    /** Keeps every digit of a number. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Stands for what differs between runs. */
    static final String ANY = "<*>";

    private static final Pattern BETWEEN = Pattern.compile(Pattern.quote(ANY));
    private static final int BEFORE = 40;
    private static final int SHOWN = 240;

    private Texts() {}

    /** The object or array that {@code text} is the JSON of, if it is one. */
    static Optional<JsonNode> container(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Whether {@code actual} is {@code expected}, each {@code <*>} of which stands for any run of characters. */
    static boolean matches(String expected, String actual) {
        List<String> parts = List.of(BETWEEN.split(expected, -1));
        if (parts.size() == 1) {
            return expected.equals(actual);
        }
        String last = parts.get(parts.size() - 1);
        if (!actual.startsWith(parts.get(0))) {
            return false;
        }
        int from = parts.get(0).length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = actual.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return actual.length() - from >= last.length() && actual.endsWith(last);
    }

    /** {@code text}, cut to the part where it begins to differ from {@code other}. */
    static String excerpt(String text, String other) {
        int common = 0;
        while (common < Math.min(text.length(), other.length()) && text.charAt(common) == other.charAt(common)) {
            common++;
        }
        int from = text.length() <= SHOWN || common <= BEFORE ? 0 : Math.min(common - BEFORE, text.length() - BEFORE);
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
    }
}
