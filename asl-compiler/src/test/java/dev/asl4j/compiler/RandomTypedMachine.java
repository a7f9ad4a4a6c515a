package dev.asl4j.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A definition by chance in both query languages, with types. A caught error leads to {@code K} and the name of the state, a choice rule to
 * {@code C}, its number and the name of the state; a task is called {@code f} and the name of its state.
 */
final class RandomTypedMachine {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("a", "b", "list");

    private final Random random;
    private final ObjectNode types = NODES.objectNode();
    private final RandomExpressions expressions;
    private int states;

    RandomTypedMachine(Random random) {
        this.random = random;
        this.expressions = new RandomExpressions(random);
        types.set("input", object(3));
    }

    /** The file with types beside it. */
    ObjectNode types() {
        return types;
    }

    ObjectNode definition() {
        ObjectNode machine = scope(2 + random.nextInt(4), 2);
        if (random.nextInt(3) == 0) {
            types.set("output", schema(2));
        }
        return machine.put("QueryLanguage", "JSONPath");
    }

    /** States one after the other. */
    private ObjectNode scope(int length, int depth) {
        ObjectNode scope = NODES.objectNode();
        ObjectNode all = scope.putObject("States");
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= length; i++) {
            names.add("S" + states++);
        }
        scope.put("StartAt", names.get(0));
        for (int i = 0; i < length; i++) {
            add(all, names.get(i), names.get(i + 1), depth);
        }
        all.putObject(names.get(length)).put("Type", "Pass").put("End", true);
        return scope;
    }

    private void add(ObjectNode all, String name, String next, int depth) {
        boolean query = random.nextInt(5) < 2;
        ObjectNode state = NODES.objectNode();
        if (query) {
            state.put("QueryLanguage", "JSONata");
        }
        int kind = random.nextInt(depth > 0 ? 10 : 6);
        switch (kind) {
            case 0, 1 -> pass(state, query);
            case 2, 3, 4 -> task(state, name, query);
            case 5 -> choice(all, state, name, next, query);
            case 6, 7 -> map(state, query, depth);
            default -> parallel(state, depth);
        }
        if (kind != 5) {
            state.put("Next", next);
            fields(state, query, kind >= 2);
        }
        if (kind >= 2 && kind != 5 && random.nextInt(3) == 0) {
            ObjectNode catcher = state.putArray("Catch").addObject();
            catcher.putArray("ErrorEquals").add("States.ALL");
            catcher.put("Next", "K" + name);
            if (!query && random.nextBoolean()) {
                catcher.put("ResultPath", word("$.error", "$.a", "$.a.b", "$.list[0]"));
            } else if (query && random.nextBoolean()) {
                catcher.put(
                        "Output",
                        word(
                                "{% $states.errorOutput %}",
                                "{% $merge([$states.input, {'e': $states.errorOutput.Error}]) %}"));
            }
            all.putObject("K" + name).put("Type", "Pass").put("Next", next);
        }
        all.set(name, state);
    }

    /** What a state of any kind does with its data. */
    private void fields(ObjectNode state, boolean query, boolean works) {
        if (query) {
            if (random.nextInt(2) == 0) {
                state.set("Output", expressions.queries(works ? "$states.result" : "$states.input", 2));
            }
            if (random.nextInt(4) == 0) {
                state.putObject("Assign")
                        .set(word("v", "w"), expressions.queries(works ? "$states.result" : "$states.input", 1));
            }
            return;
        }
        if (random.nextInt(8) == 0) {
            state.put("InputPath", expressions.path(false));
        }
        if (random.nextBoolean()) {
            state.put(
                    "ResultPath", word("$.a", "$.b", "$.r", "$.r", "$.r.a", "$.a.b", "$.list[0]", "$.list[1].a", "$"));
        }
        if (random.nextInt(6) == 0) {
            state.put("OutputPath", expressions.path(true));
        }
        if (random.nextInt(4) == 0) {
            state.putObject("Assign").put(word("v.$", "w.$"), expressions.path(true));
        }
        if (works && random.nextInt(4) == 0) {
            state.set("ResultSelector", expressions.template(1));
        }
    }

    private void pass(ObjectNode state, boolean query) {
        state.put("Type", "Pass");
        if (!query && random.nextBoolean()) {
            state.set("Parameters", expressions.template(2));
        } else if (!query && random.nextInt(3) == 0) {
            state.set("Result", new RandomData(random).value(2));
        }
    }

    private void task(ObjectNode state, String name, boolean query) {
        state.put("Type", "Task");
        boolean invoke = random.nextInt(4) == 0;
        String function = "f" + name;
        ObjectNode given = NODES.objectNode();
        JsonNode arguments = query ? expressions.queries("$states.input", 2) : expressions.template(2);
        if (invoke) {
            state.put("Resource", "arn:aws:states:::lambda:invoke");
            given.put("FunctionName", function).set("Payload", arguments);
            state.set(query ? "Arguments" : "Parameters", given);
        } else {
            state.put("Resource", "arn:aws:lambda:eu-west-1:123456789012:function:" + function);
            if (random.nextInt(3) > 0) {
                state.set(query ? "Arguments" : "Parameters", arguments);
            }
        }
        ObjectNode declared = types.withObjectProperty("tasks").putObject(function);
        if (random.nextInt(4) > 0) {
            declared.set("output", schema(3));
        }
        if (random.nextInt(3) == 0) {
            declared.set("input", schema(2));
        }
        if (declared.isEmpty()) {
            declared.put("async", false);
        }
    }

    private void choice(ObjectNode all, ObjectNode state, String name, String next, boolean query) {
        state.put("Type", "Choice");
        ArrayNode rules = state.putArray("Choices");
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            ObjectNode rule = rules.addObject();
            if (query) {
                rule.put("Condition", expressions.condition());
            } else {
                expressions.rule(rule, 2);
            }
            rule.put("Next", "C" + i + name);
            all.putObject("C" + i + name).put("Type", "Pass").put("Next", next);
        }
        state.put("Default", next);
    }

    private void map(ObjectNode state, boolean query, int depth) {
        state.put("Type", "Map");
        if (query) {
            state.put(
                    "Items",
                    word(
                            "{% $states.input.list %}",
                            "{% [$states.input.list] %}", "{% [1, $states.input] %}", "{% $states.input.a %}"));
        } else {
            state.put("ItemsPath", word("$.list", "$.list", "$.list", "$.a", "$.list[*].a", "$.b.list", "$"));
        }
        if (random.nextInt(3) == 0) {
            if (query) {
                state.putObject("ItemSelector")
                        .put("i", "{% $states.context.Map.Item.Value %}")
                        .put("b", "{% $states.input.b %}");
            } else {
                state.putObject("ItemSelector").put("i.$", "$$.Map.Item.Value").setAll(expressions.template(1));
            }
        }
        ObjectNode inner = scope(1 + random.nextInt(2), depth - 1);
        state.set("ItemProcessor", inner);
    }

    private void parallel(ObjectNode state, int depth) {
        state.put("Type", "Parallel");
        ArrayNode branches = state.putArray("Branches");
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            branches.add(scope(1 + random.nextInt(2), depth - 1));
        }
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (String name : NAMES) {
            if (random.nextInt(6) > 0) {
                properties.set(name, name.equals("list") && random.nextInt(4) > 0 ? array(depth) : schema(depth - 1));
                if (random.nextInt(5) > 0) {
                    required.add(name);
                }
            }
        }
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> schema.put("additionalProperties", false);
            case 3 -> schema.set("additionalProperties", schema(0));
            default -> {}
        }
        return schema;
    }

    private ObjectNode array(int depth) {
        ObjectNode schema = NODES.objectNode().put("type", "array");
        if (random.nextInt(5) == 0) {
            schema.putArray("prefixItems").add(schema(depth - 1));
        }
        if (random.nextInt(6) > 0) {
            schema.set("items", schema(depth - 1));
        }
        return schema;
    }

    JsonNode schema(int depth) {
        ObjectNode schema = NODES.objectNode();
        return switch (random.nextInt(depth > 0 ? 12 : 5)) {
            case 0 -> schema.put("type", "integer");
            case 1 -> schema.put("type", "string");
            case 2 -> schema.set("enum", NODES.arrayNode().add("x").add("y"));
            case 3 -> schema.put("type", word("boolean", "null", "string"));
            case 4 ->
                schema.set(
                        "type", NODES.arrayNode().add(word("string", "integer")).add("null"));
            case 5, 6 -> array(depth);
            case 7 -> {
                schema.putArray("oneOf").add(branch("x", depth)).add(branch("y", depth));
                yield schema;
            }
            case 8 ->
                schema.set("anyOf", NODES.arrayNode().add(schema(depth - 1)).add(schema(depth - 1)));
            default -> object(depth);
        };
    }

    private ObjectNode branch(String kind, int depth) {
        ObjectNode branch = object(depth);
        branch.withObjectProperty("properties").putObject("a").put("const", kind);
        ((ArrayNode) branch.get("required")).removeAll().add("a");
        return branch;
    }

    private String word(String... words) {
        return words[random.nextInt(words.length)];
    }
}
