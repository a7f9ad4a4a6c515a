package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.spi.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the events of an execution with the recorded ones. */
final class HistoryComparison {
    private final List<JsonNode> expected;
    private final List<HistoryEvent> actual;
    private final List<String> differences = new ArrayList<>();

    private HistoryComparison(List<JsonNode> expected, List<HistoryEvent> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** What differs; from the first event of another type on, nothing more can be said. */
    static List<String> differences(List<JsonNode> expected, List<HistoryEvent> actual) {
        HistoryComparison comparison = new HistoryComparison(expected, actual);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i).path("type").asText() : null;
            String given = i < actual.size() ? actual.get(i).type().text() : null;
            if (wanted == null || !wanted.equals(given)) {
                differences.add("event " + (i + 1) + ": expected " + orEnd(wanted) + " but was " + orEnd(given)
                        + detailsOf(i)
                        + (i > 0 ? ", after " + expected.get(i - 1).path("type").asText() : ""));
                return;
            }
            compare("event " + (i + 1) + " " + wanted, expected.get(i), actual.get(i));
        }
    }

    private static String orEnd(@Nullable String type) {
        return type == null ? "the end" : type;
    }

    private String detailsOf(int index) {
        return index < actual.size()
                ? " "
                        + Texts.excerpt(
                                RecordedForm.of(actual.get(index).details()).toString(), "")
                : "";
    }

    private void compare(String event, JsonNode wanted, HistoryEvent given) {
        compareId(event + " id", wanted.path("id"), given.id());
        compareId(event + " previousEventId", previous(wanted), given.previousEventId());
        JsonNode details = orEmpty(wanted.path("details"));
        JsonNode actualDetails = RecordedForm.of(given.details());
        if (details.path("causeIsJson").asBoolean()) {
            differences.addAll(Comparison.differences(
                    event + " cause", text(details, "cause"), text(actualDetails, "cause"), true));
            details = withoutCause(details);
            actualDetails = withoutCause(actualDetails);
        }
        differences.addAll(Comparison.differences(event, details, actualDetails));
    }

    /**
     * Until the middle of 2024 {@code MapStateExited} followed upon {@code MapRunSucceeded}, as the recordings of that time have it; since
     * then it follows upon {@code MapRunStarted}.
     */
    private JsonNode previous(JsonNode wanted) {
        JsonNode previous = wanted.path("previousEventId");
        if (!wanted.path("type").asText().equals("MapStateExited")) {
            return previous;
        }
        return expected.stream()
                .filter(event -> event.path("id").equals(previous))
                .filter(event -> event.path("type").asText().equals("MapRunSucceeded"))
                .map(event -> event.path("previousEventId"))
                .findFirst()
                .orElse(previous);
    }

    /** Where events of branches were sorted, ids were replaced by {@code [0]}. */
    private void compareId(String what, JsonNode wanted, long given) {
        if (wanted.isNumber() && wanted.longValue() != given) {
            differences.add(what + ": expected " + wanted + " but was " + given);
        }
    }

    private static JsonNode orEmpty(JsonNode details) {
        return details.isObject() ? details : JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode withoutCause(JsonNode details) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        details.properties().forEach(field -> rest.set(field.getKey(), field.getValue()));
        rest.remove(List.of("cause", "causeIsJson"));
        return rest;
    }

    private static @Nullable String text(JsonNode details, String field) {
        return details.path(field).asText(null);
    }
}
