package dev.asl4j.runtime.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes names and values as {@code application/x-www-form-urlencoded}, with blanks as {@code %20}, as Step Functions does. */
final class Form {
    private Form() {}

    /** {@code a=1&b=2}. */
    static String encode(List<NameValue> values) {
        return values.stream()
                .map(value -> encode(value.name()) + "=" + encode(value.value()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** JSON as a form: objects in brackets, {@code a[b]=1}, arrays as the format says. */
    static String encode(JsonNode body, ArrayFormat format) {
        List<String> pairs = new ArrayList<>();
        if (body.isObject()) {
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                add(pairs, field.getKey(), field.getValue(), format);
            }
        } else {
            for (int i = 0; i < body.size(); i++) {
                add(pairs, String.valueOf(i), body.get(i), format);
            }
        }
        return String.join("&", pairs);
    }

    private static void add(List<String> pairs, String name, JsonNode value, ArrayFormat format) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                add(pairs, name + "[" + field.getKey() + "]", field.getValue(), format);
            }
        } else if (value.isArray() && format == ArrayFormat.COMMAS && isFlat(value)) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(encode(text(element))));
            pairs.add(encode(name) + "=" + String.join(",", elements));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(pairs, format.element(name, i), value.get(i), format);
            }
        } else {
            pairs.add(encode(name) + "=" + encode(text(value)));
        }
    }

    private static boolean isFlat(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isContainerNode()) {
                return false;
            }
        }
        return !array.isEmpty();
    }

    /** A string as it is, null as nothing, numbers and booleans as JSON writes them. */
    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.isNull() ? "" : Json.write(value);
    }
}
