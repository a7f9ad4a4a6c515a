package dev.asl4j.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.ExecutionFailedException;
import dev.asl4j.runtime.Workflow;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled machine with a state for each intrinsic function, which takes its arguments from the input; and what holds it to a contract. */
final class IntrinsicMachine {
    /** Numbers by value, all else as it is. */
    static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many arguments the functions take; those that take different numbers have a state for each. */
    private static final Map<String, Integer> ARITIES = Map.ofEntries(
            Map.entry("StringToJson", 1),
            Map.entry("JsonToString", 1),
            Map.entry("ArrayPartition", 2),
            Map.entry("ArrayContains", 2),
            Map.entry("ArrayRange", 3),
            Map.entry("ArrayGetItem", 2),
            Map.entry("ArrayLength", 1),
            Map.entry("ArrayUnique", 1),
            Map.entry("Base64Encode", 1),
            Map.entry("Base64Decode", 1),
            Map.entry("Hash", 2),
            Map.entry("JsonMerge", 3),
            Map.entry("MathAdd", 2),
            Map.entry("StringSplit", 2),
            Map.entry("UUID", 0));

    private final ObjectNode machine = JSON.createObjectNode().put("StartAt", "Which");
    private final ObjectNode states = machine.putObject("States");
    private final ArrayNode rules =
            states.putObject("Which").put("Type", "Choice").putArray("Choices");
    private final Workflow<JsonNode, JsonNode> workflow;
    private int failures;

    IntrinsicMachine() {
        ARITIES.forEach((function, arity) -> state(function, function, arity));
        state("MathRandom2", "MathRandom", 2);
        state("MathRandom3", "MathRandom", 3);
        state("Array0", "Array", 0);
        state("Array3", "Array", 3);
        for (int holes = 0; holes < 4; holes++) {
            state("Format" + holes, "Format", holes + 1);
        }
        try {
            workflow = Machines.of("Functions.asl.json", machine.toString()).workflow("Functions", Map.of());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What makes the machine call the function with the arguments. */
    private static JsonNode input(String state, Object... arguments) {
        return JSON.createObjectNode().put("state", state).set("arguments", JSON.valueToTree(arguments));
    }

    private JsonNode run(JsonNode input) {
        return workflow.run(input).get("v");
    }

    /** The function must give what is expected, or fail with States.IntrinsicFailure if nothing is. */
    void check(String function, @Nullable Object expected, Object... arguments) {
        JsonNode input = input(function, arguments);
        if (expected == null) {
            failures++;
            ExecutionFailedException failed = catchThrowableOfType(ExecutionFailedException.class, () -> run(input));
            assertThat(failed).as(input::toString).isNotNull();
            assertThat(failed.error()).as(input::toString).isEqualTo("States.IntrinsicFailure");
            return;
        }
        JsonNode value = run(input);
        JsonNode wanted = JSON.valueToTree(expected);
        assertThat(value.equals(BY_VALUE, wanted))
                .as(() -> input + " gives " + value + " instead of " + wanted)
                .isTrue();
    }

    JsonNode run(String function, Object... arguments) {
        return run(input(function, arguments));
    }

    /** How many calls were refused as they must be. */
    int failures() {
        return failures;
    }

    private void state(String name, String function, int arity) {
        rules.addObject().put("Variable", "$.state").put("StringEquals", name).put("Next", name);
        StringBuilder call = new StringBuilder("States." + function + "(");
        for (int i = 0; i < arity; i++) {
            call.append(i == 0 ? "" : ", ").append("$.arguments[").append(i).append(']');
        }
        states.putObject(name)
                .put("Type", "Pass")
                .put("End", true)
                .putObject("Parameters")
                .put("v.$", call.append(')').toString());
    }
}
