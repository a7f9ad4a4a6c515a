package dev.asl4j.compiler.document;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.TaskState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The machines that the states of another one start, where the definition names them. */
final class NestedWorkflows {
    private static final Set<String> SERVICES = Set.of("states", "aws-sdk:sfn");
    private static final Set<String> ACTIONS = Set.of("startExecution", "startSyncExecution");
    private static final String MACHINE = ":stateMachine:";

    private NestedWorkflows() {}

    /** The names of machines by the names of the states that start them, in the order of the definition. */
    static Map<String, String> of(StateMachine machine) {
        Map<String, String> started = new LinkedHashMap<>();
        add(machine.main(), started);
        return started;
    }

    private static void add(Scope scope, Map<String, String> started) {
        for (State state : scope.states()) {
            if (state instanceof TaskState task
                    && task.resource() instanceof Resource.Integration integration
                    && SERVICES.contains(integration.service())
                    && ACTIONS.contains(integration.action())) {
                String name = task.templates().stream()
                        .map(NestedWorkflows::machine)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("");
                if (!name.isEmpty()) {
                    started.put(state.name(), name);
                }
            }
            state.outline().scopes().forEach(inner -> add(inner, started));
        }
    }

    /** The name in the ARN, without version or alias; empty: it is known only when the state runs. */
    private static String machine(Template arguments) {
        JsonValue value = null;
        if (arguments instanceof Template.Literal literal && literal.value() instanceof JsonObject object) {
            value = object.get("StateMachineArn");
        } else if (arguments instanceof Template.ObjectTemplate object) {
            value = literal(object);
        }
        if (!(value instanceof JsonString arn) || !arn.value().contains(MACHINE)) {
            return "";
        }
        String name = arn.value().substring(arn.value().lastIndexOf(MACHINE) + MACHINE.length());
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static @Nullable JsonValue literal(Template.ObjectTemplate object) {
        for (Template.Field field : object.fields()) {
            if (field.name().equals("StateMachineArn") && field.template() instanceof Template.Literal literal) {
                return literal.value();
            }
        }
        return null;
    }
}
