package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Schemas of the keywords that types can hold, by chance. */
final class RandomSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> FORMATS = List.of("date", "date-time", "duration", "uuid", "uri", "email");

    private final Random random;
    private final RandomData data;

    RandomSchemas(Random random) {
        this.random = random;
        this.data = new RandomData(random);
    }

    /** A schema of objects with a property {@code v}, and a few definitions that refer to each other. */
    ObjectNode document() {
        ObjectNode root = NODES.objectNode();
        ObjectNode definitions = NODES.objectNode();
        for (String name : List.of("one", "two", "three")) {
            definitions.set(name, definition());
        }
        root.put("type", "object");
        root.putObject("properties").set("v", schema(3));
        root.putArray("required").add("v");
        root.put("additionalProperties", false);
        root.set("$defs", definitions);
        return root;
    }

    /** No reference stands at once in a definition: they could go round in a circle. */
    private JsonNode definition() {
        return random.nextBoolean() ? object(2) : random.nextBoolean() ? array(2) : scalar();
    }

    JsonNode schema(int depth) {
        int kind = random.nextInt(depth > 0 ? 24 : 9);
        if (kind == 23) {
            ObjectNode both = oneOf(depth);
            return both.setAll((ObjectNode) typed(depth));
        }
        return switch (kind) {
            case 0 -> random.nextBoolean() ? NODES.booleanNode(random.nextInt(4) > 0) : NODES.objectNode();
            case 1, 2, 3 -> scalar();
            case 4 -> types(depth);
            case 5 -> listed();
            case 6, 7 -> reference();
            case 8 -> NODES.objectNode().put("type", "null");
            case 9, 10, 11, 12, 13 -> object(depth);
            case 14, 15, 16 -> array(depth);
            case 17, 18, 19 -> oneOf(depth);
            case 20 -> discriminated(depth);
            default -> allOf(depth);
        };
    }

    private JsonNode typed(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> scalar();
            case 1 -> object(depth);
            default -> types(depth);
        };
    }

    private ObjectNode scalar() {
        ObjectNode schema = NODES.objectNode();
        String type = pick(List.of("string", "string", "integer", "number", "boolean"));
        schema.put("type", type);
        if (type.equals("string") && random.nextInt(3) == 0) {
            schema.put("format", pick(FORMATS));
        } else if (type.equals("integer") && random.nextInt(4) == 0) {
            schema.put("minimum", random.nextInt(2));
            schema.set("maximum", pick(List.of(NODES.numberNode(2), NODES.numberNode(new BigDecimal("1E+30")))));
        }
        return schema;
    }

    private ObjectNode types(int depth) {
        ObjectNode schema = random.nextBoolean() ? object(Math.max(0, depth - 1)) : NODES.objectNode();
        ArrayNode types = NODES.arrayNode().add(pick(List.of("string", "integer", "number", "boolean", "object")));
        String other = pick(List.of("null", "null", "null", "array", "integer"));
        if (!other.equals(types.get(0).textValue())) {
            types.add(other);
        }
        return schema.set("type", types);
    }

    private ObjectNode listed() {
        ObjectNode schema = NODES.objectNode();
        if (random.nextInt(3) == 0) {
            return schema.set("const", data.value(1));
        }
        ArrayNode values = NODES.arrayNode();
        int kind = random.nextInt(4);
        for (int size = 1 + random.nextInt(3); size > 0; size--) {
            JsonNode value =
                    kind < 2 ? NODES.textNode(pick(RandomData.TEXTS)) : kind == 2 ? data.number() : data.value(1);
            if (SchemaOracle.list(values).stream().noneMatch(each -> SchemaOracle.same(each, value))) {
                values.add(value);
            }
        }
        if (random.nextInt(3) == 0 && SchemaOracle.list(values).stream().noneMatch(JsonNode::isNull)) {
            values.addNull();
        }
        return schema.set("enum", values);
    }

    private ObjectNode reference() {
        ObjectNode schema = NODES.objectNode();
        if (random.nextInt(4) == 0) {
            schema.put("description", "Referred to.");
        }
        return schema.put("$ref", "#/$defs/" + pick(List.of("one", "two", "three")));
    }

    private ObjectNode array(int depth) {
        ObjectNode schema = NODES.objectNode();
        if (random.nextInt(4) > 0) {
            schema.put("type", "array");
        }
        if (random.nextInt(5) == 0) {
            ArrayNode first = schema.putArray("prefixItems");
            for (int size = 1 + random.nextInt(2); size > 0; size--) {
                first.add(schema(depth - 1));
            }
        }
        if (random.nextInt(6) > 0) {
            schema.set("items", schema(depth - 1));
        }
        return schema;
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = NODES.objectNode();
        if (random.nextInt(4) > 0) {
            schema.put("type", "object");
        }
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        for (String name : RandomData.NAMES) {
            if (random.nextInt(5) == 0) {
                properties.set(name, schema(depth - 1));
            }
            if (random.nextInt(properties.has(name) ? 2 : 20) == 0) {
                required.add(name);
            }
        }
        if (random.nextInt(5) > 0) {
            schema.set("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        switch (random.nextInt(4)) {
            case 0 -> schema.put("additionalProperties", false);
            case 1 -> schema.set("additionalProperties", schema(depth - 1));
            default -> {}
        }
        return schema;
    }

    private ObjectNode oneOf(int depth) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode branches = schema.putArray(random.nextBoolean() ? "oneOf" : "anyOf");
        boolean listed = random.nextInt(4) == 0;
        for (int size = 1 + random.nextInt(3); size > 0; size--) {
            branches.add(listed ? listed() : schema(depth - 1));
        }
        if (random.nextInt(3) == 0) {
            branches.addObject().put("type", "null");
        }
        return schema;
    }

    private ObjectNode discriminated(int depth) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode branches = schema.putArray(random.nextBoolean() ? "oneOf" : "anyOf");
        for (String kind : List.of("x", "y", "a b").subList(0, 2 + random.nextInt(2))) {
            ObjectNode branch = object(depth - 1);
            branch.withObjectProperty("properties").putObject("kind").put("const", kind);
            ArrayNode required = branch.withArrayProperty("required");
            if (SchemaOracle.list(required).stream()
                    .noneMatch(name -> name.textValue().equals("kind"))) {
                required.add("kind");
            }
            branches.add(branch);
        }
        if (random.nextInt(3) == 0) {
            branches.addObject().put("type", "null");
        }
        return schema;
    }

    private ObjectNode allOf(int depth) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode parts = schema.putArray("allOf");
        int kind = random.nextInt(3);
        for (int size = 1 + random.nextInt(3); size > 0; size--) {
            parts.add(
                    kind == 0
                            ? schema(depth - 1)
                            : kind == 1 ? object(depth - 1) : random.nextBoolean() ? scalar() : listed());
        }
        return schema;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
