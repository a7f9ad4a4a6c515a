package dev.asl4j.compiler.contract;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.TaskIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow and its tasks take and give. What is not declared is JSON.
 *
 * @param input of an execution; null: not declared
 * @param output of an execution that succeeds; null: not declared
 * @param tasks those of which something is declared, in the order of the text
 */
public record Contract(
        @Nullable DeclaredType input, @Nullable DeclaredType output, List<Task> tasks) {
    /** Nothing is declared. */
    public static final Contract NONE = new Contract(null, null, List.of());

    /** Looking for near names takes time, and more of them than this help nobody. */
    private static final int MOST_SUGGESTIONS = 50;

    public Contract {
        tasks = List.copyOf(tasks);
    }

    /**
     * What a task takes and gives. A task is one resource, whatever states call it.
     *
     * @param name the resource's: {@code charge}, {@code sqs:sendMessage}
     * @param at the name in the text
     * @param output what its handler gives; of a state that waits for a token it is the service's first answer
     * @param answer what its token is answered with, which is then the result; null: not declared
     * @param async whether its handler gives a stage
     * @param errors those it can fail with, besides what any task can
     */
    public record Task(
            String name,
            Subject at,
            @Nullable DeclaredType input,
            @Nullable DeclaredType output,
            @Nullable DeclaredType answer,
            boolean async,
            List<TaskError> errors) {
        public Task {
            errors = List.copyOf(errors);
        }
    }

    /**
     * An error of a task.
     *
     * @param description null: nothing is said of it
     */
    public record TaskError(
            String name, Subject at, @Nullable String description) {}

    /** All types that are declared. */
    public List<DeclaredType> types() {
        List<@Nullable DeclaredType> all = new ArrayList<>();
        all.add(input);
        all.add(output);
        for (Task task : tasks) {
            all.add(task.input());
            all.add(task.output());
            all.add(task.answer());
        }
        return all.stream().flatMap(Stream::ofNullable).toList();
    }

    /** What is declared of the task of that resource. */
    public Optional<Task> task(String resource) {
        return tasks.stream().filter(task -> task.name().equals(resource)).findFirst();
    }

    /** Reports the tasks in it that no state of the definition calls, and answers that none waits for. */
    public void check(StateMachine machine, Diagnostics diagnostics) {
        Set<String> names = new TreeSet<>();
        TaskIdentity.of(machine).forEach(identity -> names.add(identity.name()));
        Set<String> waiting = TaskIdentity.awaitingTokens(machine);
        int reported = 0;
        for (Task task : tasks) {
            if (!names.contains(task.name())) {
                String near = reported++ < MOST_SUGGESTIONS ? Suggestions.didYouMean(task.name(), names) : null;
                diagnostics.report(
                        Code.UNKNOWN_TYPES_TASK,
                        task.at(),
                        "no state of the definition calls a task " + Quotes.quote(task.name()),
                        near == null ? known(names) : near);
            } else if (task.answer() != null && !waiting.contains(task.name())) {
                diagnostics.report(
                        Code.BAD_TYPES,
                        task.answer().at(),
                        "no state waits for the answer of task " + Quotes.quote(task.name()),
                        "the resource of a state that does ends in \".waitForTaskToken\"");
            }
        }
    }

    private static @Nullable String known(Set<String> names) {
        boolean few = !names.isEmpty() && names.size() <= 5;
        return few
                ? "it has "
                        + Suggestions.oneOf(names.stream().map(Quotes::quote).toList())
                                .replace(" or ", " and ")
                : null;
    }
}
