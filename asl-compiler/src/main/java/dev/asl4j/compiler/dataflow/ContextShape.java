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

    private ContextShape() {}

    /**
     * As a state sees it.
     *
     * @param item the value of the item; missing: there may be no item
     */
    static Shape of(Shape executionInput, Shape item) {
        Map<String, Shape> execution = typed("Execution", "Id", "Name", "RoleArn", "StartTime", "RedriveCount");
        execution.put("RedriveTime", context("Execution", "RedriveTime"));
        execution.put("Input", executionInput);
        Map<String, Shape> context = new LinkedHashMap<>();
        context.put("Execution", described(execution));
        context.put("State", described(typed("State", "Name", "EnteredTime", "RetryCount")));
        context.put("StateMachine", described(typed("StateMachine", "Id", "Name")));
        context.put("Task", described(typed("Task", "Token")).orMissing());
        Shape map = described(Map.of("Item", described(item(item))));
        context.put("Map", item.mayBeMissing() ? map.orMissing() : map);
        return described(context);
    }

    private static Map<String, Shape> item(Shape value) {
        Map<String, Shape> item = new LinkedHashMap<>();
        item.put("Index", context("Map", "Item", "Index").present());
        item.put("Key", context("Map", "Item", "Key"));
        item.put("Source", context("Map", "Item", "Source"));
        item.put("Value", value.isMissing() ? Shape.ANYTHING : value);
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
