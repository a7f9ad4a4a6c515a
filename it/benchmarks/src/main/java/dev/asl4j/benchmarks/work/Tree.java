package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What programs by hand need of Jackson's tree. */
final class Tree {
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Tree() {}

    /** A copy of the object with another field, or another value of one: somebody else may have the object, too. */
    static ObjectNode with(JsonNode object, String name, JsonNode value) {
        ObjectNode copy = JSON.objectNode();
        copy.setAll((ObjectNode) object);
        copy.set(name, value);
        return copy;
    }
}
