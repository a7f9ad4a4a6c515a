package dev.asl4j.compiler.document;

import dev.asl4j.compiler.dataflow.Facts;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.shape.ObjectShape;
import dev.asl4j.compiler.shape.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes of data of which nothing is declared, as far as they follow from the definition. */
final class Known {
    private static final String PAYLOAD = "Payload";

    private final Map<String, Facts> byState = new HashMap<>();

    Known(List<Facts> facts) {
        facts.forEach(each -> byState.put(each.state().name(), each));
    }

    /** What executions that succeed end with. */
    Shape output(StateMachine machine) {
        Shape all = Shape.NEVER;
        for (State state : machine.main().states()) {
            Facts facts = byState.get(state.name());
            if (facts != null && state.outline().terminal() && !(state instanceof FailState)) {
                all = all.or(facts.output());
            }
        }
        return all;
    }

    /** What some states give the task that they call; of a function that is invoked by its name, the payload. */
    Shape arguments(Collection<TaskState> states) {
        Shape all = Shape.NEVER;
        for (TaskState state : states) {
            Facts facts = byState.get(state.name());
            if (facts != null) {
                all = all.or(isInvoke(state) ? payload(facts.arguments()) : facts.arguments());
            }
        }
        return all;
    }

    /** What the task gives back that some states call; not known of functions that are invoked by their names. */
    Shape result(Collection<TaskState> states) {
        Shape all = Shape.NEVER;
        for (TaskState state : states) {
            Facts facts = byState.get(state.name());
            if (facts != null && facts.result() != null) {
                all = all.or(isInvoke(state) ? Shape.ANY : facts.result());
            }
        }
        return all;
    }

    private static boolean isInvoke(TaskState state) {
        return state.resource() instanceof Resource.LambdaInvoke invoke && invoke.functionName() != null;
    }

    private static Shape payload(Shape arguments) {
        Shape all = Shape.NEVER;
        for (ObjectShape object : arguments.objects()) {
            all = all.or(object.field(PAYLOAD));
        }
        return all;
    }

    /** What a variable is at some states. */
    Shape variable(String name, Collection<State> states) {
        Shape all = Shape.NEVER;
        for (State state : states) {
            Facts facts = byState.get(state.name());
            Shape shape = facts == null ? null : facts.variables().get(name);
            all = shape == null ? all : all.or(shape.present());
        }
        return all;
    }
}
