package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FieldPathsTest {
    @TestFactory
    Stream<DynamicTest> fields() {
        return Cases.of(
                "field-paths.json",
                each -> Cases.check(each, () -> {
                    JsonNode value = each.has("value") ? Json.freeze(each.get("value")) : null;
                    return call(each.required("field").asText(), value);
                }));
    }

    private static JsonNode call(String field, JsonNode value) {
        return switch (field) {
            case "SecondsPath" -> Json.freeze(LongNode.valueOf(FieldPaths.waitSeconds(value, "$.x")));
            case "TimestampPath" ->
                TextNode.valueOf(FieldPaths.waitTimestamp(value, "$.x").toString());
            case "TimeoutSecondsPath", "HeartbeatSecondsPath" ->
                Json.freeze(LongNode.valueOf(FieldPaths.taskSeconds(field, value, "$.x")));
            case "ItemsPath" -> FieldPaths.items(value, "$.x");
            case "distributed ItemsPath" -> FieldPaths.distributedItems(value, "$.x");
            case "MaxItemsPath", "ToleratedFailureCountPath", "MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath" ->
                Json.freeze(LongNode.valueOf(FieldPaths.count(field, value, "$.x")));
            case "ToleratedFailurePercentagePath" ->
                Json.freeze(DoubleNode.valueOf(FieldPaths.percentage(value, "$.x")));
            case "MaxConcurrencyPath" -> IntNode.valueOf(FieldPaths.maxConcurrency(value, "$.x"));
            case "ErrorPath", "CausePath" -> TextNode.valueOf(FieldPaths.text(field, value, "$.x"));
            default -> throw new AssertionError(field);
        };
    }
}
