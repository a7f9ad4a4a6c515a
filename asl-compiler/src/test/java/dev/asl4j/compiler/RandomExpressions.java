package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Paths, templates, queries and conditions by chance, of which many find something in data of a few names. */
final class RandomExpressions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    String path(boolean variables) {
        if (variables && random.nextInt(10) == 0) {
            return word("$v", "$w", "$v.a", "$v.list[0]", "$w[0]");
        }
        if (random.nextInt(12) == 0) {
            return word(
                    "$$.Execution.Input",
                    "$$.Execution.Input.a",
                    "$$.Execution.Input.list",
                    "$$.Execution.Id",
                    "$$.State.Name");
        }
        if (random.nextInt(8) < 5) {
            return word("$", "$", "$.a", "$.b", "$.list", "$.list[0]", "$.list[*].a", "$.r");
        }
        StringBuilder path = new StringBuilder("$");
        for (int steps = random.nextInt(3); steps >= 0; steps--) {
            path.append(word(
                    ".a",
                    ".b",
                    ".list",
                    "['a']",
                    ".list[0]",
                    ".list[*]",
                    ".list[-1]",
                    ".list[0:1]",
                    ".*",
                    "..a",
                    ".list[?(@.a)]",
                    "[0]",
                    "[*]",
                    ".list[?(@.a == 'x')]",
                    ".list[1,0]",
                    "['a','b']",
                    ".Payload"));
            if (random.nextBoolean()) {
                break;
            }
        }
        return random.nextInt(12) == 0 ? "$" : path.toString();
    }

    private String intrinsic() {
        return word(
                "States.Array($.a, $.b)",
                "States.ArrayLength($.list)",
                "States.ArrayGetItem($.list, 0)",
                "States.JsonToString($.a)",
                "States.Format('{}', $.a)",
                "States.JsonMerge($.a, $.b, false)",
                "States.ArrayUnique($.list)",
                "States.ArrayContains($.list, $.a)",
                "States.ArrayPartition($.list, 2)",
                "States.StringToJson($.b)",
                "States.MathAdd($.a, 1)",
                "States.StringSplit($.a, ',')");
    }

    ObjectNode template(int depth) {
        ObjectNode template = NODES.objectNode();
        for (String name : new String[] {"a", "b", "list", "r"}) {
            switch (random.nextInt(depth > 0 ? 5 : 4)) {
                case 0 -> template.put(name + ".$", random.nextInt(4) == 0 ? intrinsic() : path(true));
                case 1, 2 -> template.put(name, word("x", "y", "1"));
                case 3 -> {}
                default -> template.set(name, template(depth - 1));
            }
        }
        return template;
    }

    void rule(ObjectNode rule, int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 6 -> rule(rule.putObject("Not"), depth - 1);
            case 7 -> {
                var all = rule.putArray(word("And", "Or"));
                rule(all.addObject(), depth - 1);
                rule(all.addObject(), depth - 1);
            }
            case 8 -> {
                var all = rule.putArray("And");
                all.addObject().put("Variable", "$.a").put("IsPresent", true);
                rule(all.addObject(), depth - 1);
            }
            default -> comparison(rule.put("Variable", choicePath()));
        }
    }

    private String choicePath() {
        return word(
                "$.a",
                "$.b",
                "$.list",
                "$.a.a",
                "$.a.b",
                "$.list[0]",
                "$.list[0].a",
                "$.r",
                "$.r.a",
                "$",
                "$v",
                "$v.a",
                "$.b.list[1]",
                "$.error.Error");
    }

    private void comparison(ObjectNode rule) {
        switch (random.nextInt(9)) {
            case 0 -> rule.put("IsPresent", random.nextInt(3) > 0);
            case 1 ->
                rule.put(word("IsString", "IsNumeric", "IsBoolean", "IsNull", "IsTimestamp"), random.nextInt(3) > 0);
            case 2 -> rule.put("StringEquals", word("x", "y", "z"));
            case 3 -> rule.put("NumericGreaterThan", 1);
            case 4 -> rule.put("BooleanEquals", true);
            case 5 -> rule.put("StringMatches", word("x*", "*"));
            case 6 -> rule.put("StringEqualsPath", choicePath());
            case 7 -> rule.put("NumericLessThanEqualsPath", choicePath());
            default -> rule.put("StringLessThan", "y");
        }
    }

    /** A value whose texts are JSONata. */
    JsonNode queries(String base, int depth) {
        if (random.nextInt(3) > 0) {
            return NODES.textNode("{% " + query(base, depth) + " %}");
        }
        ObjectNode object = NODES.objectNode();
        for (String name : new String[] {"a", "b", "list"}) {
            switch (random.nextInt(3)) {
                case 0 -> object.put(name, "{% " + query(base, depth) + " %}");
                case 1 -> object.put(name, "x");
                default -> {}
            }
        }
        return object;
    }

    String condition() {
        String base = "$states.input";
        return "{% "
                + switch (random.nextInt(5)) {
                    case 0 -> "$exists(" + query(base, 1) + ")";
                    case 1 -> query(base, 0) + " = 'x'";
                    case 2 -> "$boolean(" + query(base, 1) + ")";
                    case 3 ->
                        "$type(" + query(base, 0) + ") = '" + word("string", "object", "array", "null", "number") + "'";
                    default -> query(base, 0) + " in ['x', 'y']";
                }
                + " %}";
    }

    private String query(String base, int depth) {
        if (depth == 0) {
            return field(base);
        }
        int less = depth - 1;
        return switch (random.nextInt(20)) {
            case 0 -> "{'a': " + query(base, less) + ", 'list': [" + query(base, less) + "]}";
            case 1 -> "[" + query(base, less) + ", " + query(base, less) + "]";
            case 2 -> "(" + query(base, less) + " & 'x')";
            case 3 -> "$merge([" + base + ", {'b': " + query(base, less) + "}])";
            case 4 -> "$append(" + query(base, less) + ", " + query(base, less) + ")";
            case 5 -> "($exists(" + field(base) + ") ? " + query(base, less) + " : " + query(base, less) + ")";
            case 6 -> "$map(" + query(base, less) + ", function($x) { $x.a })";
            case 7 -> "$filter(" + query(base, less) + ", function($x) { $exists($x.a) })";
            case 8 -> "$count(" + query(base, less) + ")";
            case 9 -> "($t := " + query(base, less) + "; $t" + word("", ".a", "[0]", ".list") + ")";
            case 10 -> "$string(" + query(base, less) + ")";
            case 11 -> base + ".list.{'a': a, 'b': $}";
            case 12 -> "$lookup(" + query(base, less) + ", 'a')";
            case 13 -> "$reverse(" + query(base, less) + ")";
            case 14 -> base + ".list{a: b}";
            case 15 -> "$sift(" + query(base, less) + ", function($x) { $x != 'x' })";
            case 16 -> "(" + query(base, less) + ")[]";
            case 17 -> "$distinct(" + query(base, less) + ")";
            default -> field(base);
        };
    }

    private String field(String base) {
        String from = word(base, base, base, base, "$states.input", "$v", "$w", "$states.context.Execution.Input");
        return from
                + word(
                        "",
                        ".a",
                        ".b",
                        ".list",
                        ".list[0]",
                        ".list.a",
                        ".list[-1].b",
                        ".a.b",
                        ".list[a = 'x']",
                        ".*",
                        ".**",
                        ".list[$exists(a)].b",
                        ".list^(a)",
                        ".(a)",
                        ".list.list",
                        ".a.list[0].a",
                        "[0]",
                        ".list[0..1]",
                        ".%",
                        ".Payload",
                        ".Payload.a",
                        ".list[[0..1]]",
                        ".list#$i.a");
    }

    private String word(String... words) {
        return words[random.nextInt(words.length)];
    }
}
