package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;

/** Values as Java prints them: strings bare, <code>{a=1, b=[]}</code>. AWS was recorded to do so where text is asked for. */
final class JavaText {
    private JavaText() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue();
            case ARRAY -> {
                StringJoiner elements = new StringJoiner(", ", "[", "]");
                value.forEach(element -> elements.add(of(element)));
                yield elements.toString();
            }
            case OBJECT -> {
                StringJoiner properties = new StringJoiner(", ", "{", "}");
                for (Map.Entry<String, JsonNode> property : value.properties()) {
                    properties.add(property.getKey() + "=" + of(property.getValue()));
                }
                yield properties.toString();
            }
            case NUMBER, BOOLEAN, NULL, BINARY, MISSING, POJO -> Json.write(value);
        };
    }
}
