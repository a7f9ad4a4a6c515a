package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library behind AWS's paths, with its default options, as the oracle. */
final class Jayway {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Jayway() {}

    /** What reading gave: a value, null if there is none, or a failure. */
    record Answer(JsonNode value, boolean failed) {}

    /** Any path; null where what the library does depends on what is around. */
    static Answer read(String path, JsonNode document) {
        JsonPath compiled = JsonPath.compile(path);
        try {
            Object value = compiled.read(plain(document));
            return new Answer(value == null ? NullNode.getInstance() : MAPPER.valueToTree(value), false);
        } catch (InvalidPathException e) {
            // AWS was recorded to take this for an empty result.
            return new Answer(compiled.isDefinite() ? null : MAPPER.createArrayNode(), false);
        } catch (IndexOutOfBoundsException e) {
            // From first() and index(n); wildcards over arrays, but not over objects, pass over it.
            return compiled.isDefinite() ? new Answer(null, false) : null;
        } catch (RuntimeException e) {
            return new Answer(null, true);
        }
    }

    /** What an indefinite path selects; nothing if it trips over one of the library's own faults. */
    static Optional<JsonNode> select(String path, JsonNode document) {
        // Compiled anew each time: in compiled paths the library leaves marks of the last evaluation.
        JsonPath compiled = JsonPath.compile(path);
        try {
            return Optional.of(MAPPER.valueToTree(compiled.<Object>read(plain(document))));
        } catch (InvalidPathException e) {
            // AWS was recorded to take this for an empty result.
            return Optional.of(MAPPER.createArrayNode());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.properties().forEach(property -> map.put(property.getKey(), plain(property.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                node.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case STRING -> node.textValue();
            case NUMBER -> node.isBigDecimal() ? new BigDecimal(node.asText()) : node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case NULL -> null;
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException(node.toString());
        };
    }
}
