package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Data by chance, which may try to fit a schema. */
final class RandomData {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static final List<String> NAMES = List.of(
            "a",
            "b",
            "kind",
            "A b",
            "A-b",
            "hashCode",
            "getClass",
            "class",
            "",
            "x\n\"\\u0041*/",
            "größe",
            "additionalProperties",
            "builder",
            "this",
            "aOrDefault");

    static final List<String> TEXTS = List.of(
            "x",
            "y",
            "X",
            "",
            "2026-01-02",
            "2026-01-02T03:04:05Z",
            "2026-01-02T03:04:00+01:00",
            "PT1H",
            "PT0.5S",
            "7ff5cc04-2b31-4b9e-8f3c-0a3f0a3f0a3f",
            "https://example.org/a?b#c",
            "1",
            "true",
            "null",
            "a b");

    private final Random random;

    RandomData(Random random) {
        this.random = random;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    JsonNode number() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.numberNode(new BigDecimal("1E+3"));
            case 1 -> NODES.numberNode(new BigDecimal("1.0"));
            case 2 -> NODES.numberNode(new BigDecimal("-2.50"));
            case 3 -> NODES.numberNode(3_000_000_000L);
            case 4 -> NODES.numberNode(0);
            case 5 -> NODES.numberNode(BigInteger.valueOf(Long.MAX_VALUE));
            default -> NODES.numberNode(random.nextInt(5));
        };
    }

    JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> number();
            case 1 -> NODES.textNode(pick(TEXTS));
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.nullNode();
            case 4 -> NODES.textNode("x");
            case 5 -> array(depth);
            default -> object(depth);
        };
    }

    private JsonNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int size = random.nextInt(3); size > 0; size--) {
            array.add(value(depth - 1));
        }
        return array;
    }

    private JsonNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int size = random.nextInt(3); size > 0; size--) {
            object.set(pick(NAMES), value(depth - 1));
        }
        return object;
    }

    /** Data that tries to fit a schema, which is part of that document. */
    JsonNode fitting(JsonNode document, JsonNode schema, int depth) {
        if (!schema.isObject() || schema.isEmpty() || depth == 0 || random.nextInt(25) == 0) {
            return value(1);
        }
        if (schema.has("$ref")) {
            return fitting(document, document.at(schema.get("$ref").textValue().substring(1)), depth - 1);
        }
        for (String branches : List.of("oneOf", "anyOf")) {
            if (schema.has(branches) && (!schema.has("type") || random.nextBoolean())) {
                return fitting(document, pick(SchemaOracle.list(schema.get(branches))), depth);
            }
        }
        if (schema.has("allOf")) {
            return all(document, SchemaOracle.list(schema.get("allOf")), depth);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return pick(SchemaOracle.list(schema.get("enum")));
        }
        return typedData(document, schema, depth);
    }

    private JsonNode all(JsonNode document, List<JsonNode> parts, int depth) {
        ObjectNode merged = NODES.objectNode();
        JsonNode any = NODES.nullNode();
        for (JsonNode part : parts) {
            any = fitting(document, part, depth);
            if (any instanceof ObjectNode object) {
                merged.setAll(object);
            }
        }
        return any.isObject() ? merged : any;
    }

    private JsonNode typedData(JsonNode document, JsonNode schema, int depth) {
        JsonNode type = schema.path("type");
        String word = type.isArray()
                ? pick(SchemaOracle.list(type)).textValue()
                : type.isTextual()
                        ? type.textValue()
                        : schema.has("items") || schema.has("prefixItems") ? "array" : "object";
        return switch (word) {
            case "string" -> NODES.textNode(text(schema.path("format").asText()));
            case "integer", "number" -> number();
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "null" -> NODES.nullNode();
            case "array" -> elements(document, schema, depth);
            default -> properties(document, schema, depth);
        };
    }

    private String text(String format) {
        return switch (format) {
            case "date" -> TEXTS.get(4);
            case "date-time" -> TEXTS.get(5 + random.nextInt(2));
            case "duration" -> TEXTS.get(7 + random.nextInt(2));
            case "uuid" -> TEXTS.get(9);
            case "uri" -> TEXTS.get(10);
            default -> pick(TEXTS);
        };
    }

    private JsonNode elements(JsonNode document, JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        schema.path("prefixItems").forEach(each -> array.add(fitting(document, each, depth - 1)));
        for (int size = random.nextInt(3); size > 0 && !schema.path("items").isBoolean(); size--) {
            array.add(fitting(document, schema.path("items"), depth - 1));
        }
        return array;
    }

    private JsonNode properties(JsonNode document, JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").propertyStream().forEach(each -> {
            boolean required = SchemaOracle.list(schema.path("required")).stream()
                    .anyMatch(name -> name.textValue().equals(each.getKey()));
            if (random.nextInt(required ? 20 : 2) > 0) {
                object.set(each.getKey(), fitting(document, each.getValue(), depth - 1));
            }
        });
        schema.path("required").forEach(name -> {
            if (!object.has(name.textValue()) && !schema.path("properties").has(name.textValue())) {
                object.set(name.textValue(), fitting(document, schema.path("additionalProperties"), depth - 1));
            }
        });
        if (!schema.path("additionalProperties").isBoolean() && random.nextInt(3) == 0) {
            object.set(pick(NAMES), fitting(document, schema.path("additionalProperties"), depth - 1));
        }
        return object;
    }
}
