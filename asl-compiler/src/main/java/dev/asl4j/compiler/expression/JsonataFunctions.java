package dev.asl4j.compiler.expression;

import java.util.List;
import java.util.Set;

/** The names of the functions that every expression can call: those of JSONata 2.0.6 without {@code $eval}, and those AWS adds. */
public final class JsonataFunctions {

    private static final List<String> NAMES = List.of(
            // strings
            "string",
            "length",
            "substring",
            "substringBefore",
            "substringAfter",
            "uppercase",
            "lowercase",
            "trim",
            "pad",
            "contains",
            "split",
            "join",
            "match",
            "replace",
            "base64encode",
            "base64decode",
            "encodeUrlComponent",
            "encodeUrl",
            "decodeUrlComponent",
            "decodeUrl",
            // numbers
            "number",
            "abs",
            "floor",
            "ceil",
            "round",
            "power",
            "sqrt",
            "random",
            "formatNumber",
            "formatBase",
            "formatInteger",
            "parseInteger",
            "sum",
            "max",
            "min",
            "average",
            // booleans, arrays, objects
            "boolean",
            "not",
            "exists",
            "count",
            "append",
            "sort",
            "reverse",
            "shuffle",
            "distinct",
            "zip",
            "keys",
            "lookup",
            "spread",
            "merge",
            "sift",
            "each",
            "error",
            "assert",
            "type",
            "clone",
            // time
            "now",
            "millis",
            "fromMillis",
            "toMillis",
            // functions of functions
            "map",
            "filter",
            "single",
            "reduce",
            // AWS
            "partition",
            "range",
            "hash",
            "uuid",
            "parse");

    private static final Set<String> LOOKUP = Set.copyOf(NAMES);

    private JsonataFunctions() {}

    /** Whether a function exists; a variable of the state machine with the same name hides it. */
    public static boolean exist(String name) {
        return LOOKUP.contains(name);
    }

    /** All names, without the dollar sign. */
    public static List<String> names() {
        return NAMES;
    }
}
