package dev.asl4j.compiler.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of tasks, by the names of their resources.
 *
 * @param typed those whose input or output has a type: nothing that the runtime brings stands for them
 * @param errors those that each can fail with, in the order of the declaration
 */
public record DeclaredTasks(Set<String> typed, Map<String, List<TaskError>> errors) {
    /** Nothing is declared. */
    public static final DeclaredTasks NONE = new DeclaredTasks(Set.of(), Map.of());

    public DeclaredTasks {
        typed = Set.copyOf(typed);
        errors = new LinkedHashMap<>(errors);
    }

    /**
     * An error.
     *
     * @param description null: nothing is said of it
     */
    public record TaskError(String name, @Nullable String description) {}
}
