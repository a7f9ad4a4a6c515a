package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Origin;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.StatesTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The context object. AWS adds to it from time to time, so that other members are not described rather than absent.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">AWS: the context object</a>
 */
final class ContextShape {
    private static final Origin ORIGIN = Origin.of("the context object");

    // All but the inputs is the same in every state.
    private static final Map<String, Shape> EXECUTION =
            typed("Execution", "Id", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime");
    private static final Shape STATE = described(typed("State", "Name", "EnteredTime", "RetryCount"));
    private static final Shape STATE_MACHINE = described(typed("StateMachine", "Id", "Name"));
    private static final Shape TASK = described(typed("Task", "Token")).orMissing();
    private static final Map<String, Shape> ITEM = item();

    private ContextShape() {}

    /**
     * As a state sees it.
     *
     * @param item the value of the item; missing: there may be no item
     */
    static Shape of(Shape executionInput, Shape item) {
        Map<String, Shape> execution = new LinkedHashMap<>(EXECUTION);
        execution.put("Input", executionInput);
        Map<String, Shape> context = new LinkedHashMap<>();
        context.put("Execution", described(execution));
        context.put("State", STATE);
        context.put("StateMachine", STATE_MACHINE);
        context.put("Task", TASK);
        Shape map = described(Map.of("Item", described(item(item))));
        context.put("Map", item.mayBeMissing() ? map.orMissing() : map);
        return described(context);
    }

    private static Map<String, Shape> item(Shape value) {
        Map<String, Shape> item = new LinkedHashMap<>(ITEM);
        item.put("Value", value.isMissing() ? Shape.ANYTHING : value);
        return item;
    }

    private static Map<String, Shape> item() {
        Map<String, Shape> item = new LinkedHashMap<>();
        item.put("Index", context("Map", "Item", "Index").present());
        item.put("Key", context("Map", "Item", "Key"));
        item.put("Source", context("Map", "Item", "Source"));
        return item;
    }

    private static Map<String, Shape> typed(String object, String... names) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        for (String name : names) {
            fields.put(name, context(object, name));
        }
        return fields;
    }

    private static Shape context(String... path) {
        return Shape.of(StatesTypes.ofContext(List.of(path)));
    }

    private static Shape described(Map<String, Shape> fields) {
        return Shape.object(new ObjectShape(fields, null, true)).by(ORIGIN);
    }
}
