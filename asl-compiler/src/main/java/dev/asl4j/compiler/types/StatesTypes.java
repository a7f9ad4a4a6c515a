package dev.asl4j.compiler.types;

import static dev.asl4j.compiler.types.ValueType.NUMBER;
import static dev.asl4j.compiler.types.ValueType.OBJECT;
import static dev.asl4j.compiler.types.ValueType.STRING;
import static dev.asl4j.compiler.types.ValueType.UNDEFINED;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of {@code $states} and of the context object.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">AWS: the context object</a>
 */
public final class StatesTypes {

    private static final Map<List<String>, ValueType> CONTEXT = Map.ofEntries(
            Map.entry(List.of(), OBJECT),
            Map.entry(List.of("Execution"), OBJECT),
            Map.entry(List.of("Execution", "Id"), STRING),
            Map.entry(List.of("Execution", "Name"), STRING),
            Map.entry(List.of("Execution", "RoleArn"), STRING),
            Map.entry(List.of("Execution", "StartTime"), STRING),
            Map.entry(List.of("Execution", "RedriveCount"), NUMBER),
            Map.entry(List.of("Execution", "RedriveTime"), STRING),
            Map.entry(List.of("State"), OBJECT),
            Map.entry(List.of("State", "Name"), STRING),
            Map.entry(List.of("State", "EnteredTime"), STRING),
            Map.entry(List.of("State", "RetryCount"), NUMBER),
            Map.entry(List.of("StateMachine"), OBJECT),
            Map.entry(List.of("StateMachine", "Id"), STRING),
            Map.entry(List.of("StateMachine", "Name"), STRING),
            Map.entry(List.of("Task"), OBJECT),
            Map.entry(List.of("Task", "Token"), STRING),
            Map.entry(List.of("Map"), OBJECT),
            Map.entry(List.of("Map", "Item"), OBJECT),
            Map.entry(List.of("Map", "Item", "Index"), NUMBER),
            Map.entry(List.of("Map", "Item", "Key"), STRING),
            Map.entry(List.of("Map", "Item", "Source"), STRING));

    /** What is there in every state; the others can be nothing. */
    private static final Set<List<String>> ALWAYS = Set.of(
            List.of(),
            List.of("Execution"),
            List.of("Execution", "Id"),
            List.of("Execution", "Name"),
            List.of("Execution", "RoleArn"),
            List.of("Execution", "StartTime"),
            List.of("State"),
            List.of("State", "Name"),
            List.of("State", "EnteredTime"),
            List.of("StateMachine"),
            List.of("StateMachine", "Id"),
            List.of("StateMachine", "Name"));

    private StatesTypes() {}

    /** The types of a member of the context object. */
    public static ValueTypes ofContext(List<String> path) {
        ValueType type = CONTEXT.get(path);
        if (type == null) {
            return ValueTypes.JSON.or(UNDEFINED);
        }
        return ALWAYS.contains(path) ? ValueTypes.of(type) : ValueTypes.of(type, UNDEFINED);
    }

    /** The types of a member of {@code $states}. */
    public static ValueTypes of(List<String> path) {
        if (path.isEmpty()) {
            return ValueTypes.of(OBJECT);
        }
        return switch (path.get(0)) {
            case "context" -> ofContext(path.subList(1, path.size()));
            case "errorOutput" -> ofError(path.subList(1, path.size()));
            default -> ValueTypes.JSON.or(UNDEFINED);
        };
    }

    private static ValueTypes ofError(List<String> path) {
        if (path.isEmpty()) {
            return ValueTypes.of(OBJECT, UNDEFINED);
        }
        boolean text = path.equals(List.of("Error")) || path.equals(List.of("Cause"));
        return text ? ValueTypes.of(STRING, UNDEFINED) : ValueTypes.JSON.or(UNDEFINED);
    }
}
