package dev.asl4j.benchmarks.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;

/** Paths with Jayway's json-path on Jackson's tree. What it can prepare is prepared. */
final class JaywayPaths {
    private static final Configuration JAYWAY = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

    private static final List<Read> DEFINITE = List.of(
            read("order", "$.order"),
            read("shop", "$.shop"),
            read("owner", "$.owner.id"),
            read("town", "$.owner.address.town"),
            read("frame", "$.bike.frame"),
            read("first", "$.parts[0].code"),
            read("third", "$.parts[2].price"),
            read("last", "$.parts[4].pieces"),
            read("kind", "$['owner']['kind']"),
            read("bike", "$.bike"));

    private static final List<Read> INDEFINITE = List.of(
            read("codes", "$.parts[*].code"),
            read("many", "$.parts[?(@.pieces >= 8)].code"),
            read("cheap", "$.parts[?(@.price < 20 && @.pieces > 1)]"),
            read("middle", "$.parts[1:4].price"),
            read("prices", "$..price"),
            read("some", "$.parts[0,2].code"));

    private static final List<Write> WRITTEN = List.of(
            write("$", "checked"),
            write("$.bike", "state"),
            write("$.owner.address", "zip"),
            write("$.owner", "visits"),
            write("$.owner.address", "floor"),
            write("$.parts[2]", "price"),
            write("$.bike", "seen"),
            write("$", "done"));

    private JaywayPaths() {}

    private record Read(String name, JsonPath path) {}

    private record Write(JsonPath object, String field) {}

    private static Read read(String name, String path) {
        return new Read(name, JsonPath.compile(path));
    }

    private static Write write(String object, String field) {
        return new Write(JsonPath.compile(object), field);
    }

    static JsonNode readDefinite(JsonNode in) {
        return read(DEFINITE, in);
    }

    static JsonNode readIndefinite(JsonNode in) {
        return read(INDEFINITE, in);
    }

    private static JsonNode read(List<Read> reads, JsonNode in) {
        ObjectNode out = Tree.JSON.objectNode();
        for (Read each : reads) {
            out.set(each.name(), each.path().<JsonNode>read(in, JAYWAY));
        }
        return out;
    }

    /** The document changes under such writes, so it is copied first, once. */
    static JsonNode write(JsonNode in) {
        DocumentContext document = JsonPath.using(JAYWAY).parse((Object) in.deepCopy());
        int step = 1;
        for (Write each : WRITTEN) {
            document.put(each.object(), each.field(), Tree.JSON.objectNode().put("step", step++));
        }
        return document.json();
    }
}
