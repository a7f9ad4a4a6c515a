package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.model.TaskState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of tasks.
 *
 * @param byName by the names of their resources
 */
public record DeclaredTasks(Map<String, Declared> byName) {
    /** Nothing is declared. */
    public static final DeclaredTasks NONE = new DeclaredTasks(Map.of());

    private static final Declared NOTHING = new Declared(false, false, false, false, List.of());

    public DeclaredTasks {
        byName = Map.copyOf(byName);
    }

    /**
     * What is declared of a task.
     *
     * @param input whether it takes a type
     * @param output whether it gives one
     * @param answer whether its token is answered with one
     * @param async whether its handler gives a stage
     * @param errors those it can fail with, in the order of the declaration
     */
    public record Declared(boolean input, boolean output, boolean answer, boolean async, List<TaskError> errors) {
        public Declared {
            errors = List.copyOf(errors);
        }

        /** Whether nothing that the runtime brings can stand for it. */
        boolean isOwn() {
            return input || output || answer || async;
        }
    }

    /**
     * An error.
     *
     * @param description null: nothing is said of it
     */
    public record TaskError(String name, @Nullable String description) {}

    /** The names of the errors that are declared of the task that a state calls. */
    public List<String> errors(State state) {
        return state instanceof TaskState task
                ? of(TaskIdentity.of(task.resource()).name()).errors().stream()
                        .map(TaskError::name)
                        .toList()
                : List.of();
    }

    /** What is declared of the task of that resource. */
    Declared of(String resource) {
        return byName.getOrDefault(resource, NOTHING);
    }
}
