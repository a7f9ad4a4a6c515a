package dev.asl4j.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Details of an event in the form in which they were recorded: JSON texts parsed; the role, and whether a text was cut, left out.
 */
final class RecordedForm {
    private static final Set<String> TEXTS = Set.of("input", "output", "parameters");
    private static final Set<String> LEFT_OUT =
            Set.of("roleArn", "inputDetails", "outputDetails", "assignedVariablesDetails");

    private RecordedForm() {}

    static JsonNode of(JsonNode details) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : details.properties()) {
            if (field.getKey().equals("assignedVariables")) {
                ObjectNode variables = form.putObject(field.getKey());
                field.getValue().properties().forEach(each -> variables.set(each.getKey(), parsed(each.getValue())));
            } else if (TEXTS.contains(field.getKey())) {
                form.set(field.getKey(), parsed(field.getValue()));
            } else if (!LEFT_OUT.contains(field.getKey())) {
                form.set(field.getKey(), field.getValue());
            }
        }
        return form;
    }

    private static JsonNode parsed(JsonNode text) {
        if (!text.isTextual()) {
            throw new IllegalStateException("not JSON text: " + text);
        }
        try {
            return Texts.MAPPER.readTree(text.asText());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("not the JSON text that belongs there: " + text, notJson);
        }
    }
}
