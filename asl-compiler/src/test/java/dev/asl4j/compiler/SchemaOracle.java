package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether data fits a schema, by the keywords that types can hold, read again straight from the specification: the other opinion that
 * generated types are held against. References are pointers into the same document.
 */
final class SchemaOracle {
    private static final Map<String, Function<String, Object>> FORMATS = Map.of(
            "date", LocalDate::parse,
            "date-time", OffsetDateTime::parse,
            "duration", Duration::parse,
            "uuid", UUID::fromString,
            "uri", URI::create);

    private final JsonNode root;
    private final boolean nullIsAbsent;

    private SchemaOracle(JsonNode root, boolean nullIsAbsent) {
        this.root = root;
        this.nullIsAbsent = nullIsAbsent;
    }

    static SchemaOracle of(JsonNode root) {
        return new SchemaOracle(root, false);
    }

    /** As types have it: a property that need not be there is not there if it is null. */
    SchemaOracle nullIsAbsent() {
        return new SchemaOracle(root, true);
    }

    boolean fits(JsonNode data) {
        return fits(root, data);
    }

    boolean fits(JsonNode schema, JsonNode data) {
        if (schema.isBoolean()) {
            return schema.booleanValue();
        }
        return isOfType(schema, data)
                && isListed(schema, data)
                && isFormatted(schema, data)
                && isBetween(schema, data)
                && hasElements(schema, data)
                && hasProperties(schema, data)
                && fitsBranches(schema, data)
                && (!schema.has("$ref")
                        || fits(root.at(schema.get("$ref").textValue().substring(1)), data));
    }

    private static boolean isOfType(JsonNode schema, JsonNode data) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return isOf(type.textValue(), data);
        }
        if (type.isArray()) {
            return all(type).anyMatch(each -> isOf(each.textValue(), data));
        }
        if (schema.has("const") || schema.has("enum")) {
            return true;
        }
        // What authors mean, and types are made of: see the decision on records.
        boolean objects = schema.has("properties") || schema.has("required") || schema.has("additionalProperties");
        boolean arrays = schema.has("items") || schema.has("prefixItems");
        return (!objects || data.isObject()) && (!arrays || data.isArray());
    }

    private static boolean isOf(String type, JsonNode data) {
        return switch (type) {
            case "object" -> data.isObject();
            case "array" -> data.isArray();
            case "string" -> data.isTextual();
            case "number" -> data.isNumber();
            case "integer" -> data.isNumber() && isWhole(data.decimalValue());
            case "boolean" -> data.isBoolean();
            default -> data.isNull();
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isListed(JsonNode schema, JsonNode data) {
        return (!schema.has("const") || same(schema.get("const"), data))
                && (!schema.has("enum") || all(schema.get("enum")).anyMatch(each -> same(each, data)));
    }

    /** Equal as JSON: 1 and 1.0 are. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray()) {
            return one.size() == other.size()
                    && IntStream.range(0, one.size()).allMatch(i -> same(one.get(i), other.get(i)));
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                    && one.propertyStream()
                            .allMatch(each ->
                                    other.has(each.getKey()) && same(each.getValue(), other.get(each.getKey())));
        }
        return one.equals(other);
    }

    private static boolean isBetween(JsonNode schema, JsonNode data) {
        return !data.isNumber()
                || ((!schema.has("minimum")
                                || schema.get("minimum").decimalValue().compareTo(data.decimalValue()) <= 0)
                        && (!schema.has("maximum")
                                || schema.get("maximum").decimalValue().compareTo(data.decimalValue()) >= 0));
    }

    private static boolean isFormatted(JsonNode schema, JsonNode data) {
        Function<String, Object> parser = FORMATS.get(schema.path("format").asText());
        if (parser == null || !data.isTextual()) {
            return true;
        }
        try {
            return parser.apply(data.textValue()) != null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean hasElements(JsonNode schema, JsonNode data) {
        if (!data.isArray()) {
            return true;
        }
        int first = schema.path("prefixItems").size();
        return IntStream.range(0, data.size()).allMatch(i -> {
            JsonNode each = i < first ? schema.get("prefixItems").get(i) : schema.get("items");
            return each == null || fits(each, data.get(i));
        });
    }

    private boolean hasProperties(JsonNode schema, JsonNode data) {
        if (!data.isObject()) {
            return true;
        }
        JsonNode named = schema.path("properties");
        return all(schema.path("required")).allMatch(name -> data.has(name.textValue()))
                && data.propertyStream().allMatch(each -> {
                    if (nullIsAbsent && each.getValue().isNull() && !requires(schema, each.getKey())) {
                        return true;
                    }
                    JsonNode one =
                            named.has(each.getKey()) ? named.get(each.getKey()) : schema.get("additionalProperties");
                    return one == null || fits(one, each.getValue());
                });
    }

    private static boolean requires(JsonNode schema, String name) {
        return all(schema.path("required")).anyMatch(each -> each.textValue().equals(name));
    }

    private boolean fitsBranches(JsonNode schema, JsonNode data) {
        return all(schema.path("allOf")).allMatch(part -> fits(part, data))
                && (!schema.has("anyOf") || all(schema.get("anyOf")).anyMatch(branch -> fits(branch, data)))
                && (!schema.has("oneOf")
                        || all(schema.get("oneOf"))
                                        .filter(branch -> fits(branch, data))
                                        .count()
                                == 1);
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The values of an array; none: it is not there. */
    static List<JsonNode> list(JsonNode array) {
        return all(array).toList();
    }
}
