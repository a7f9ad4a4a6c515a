package dev.asl4j.compiler.document;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.flow.ErrorFlow;
import dev.asl4j.compiler.flow.ErrorSources;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.model.TaskState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The errors with which executions can fail: what each means, and the states it comes from. Those of the language come last. */
final class ErrorTable {
    private static final int MOST_STATES = 6;

    private final Workflow workflow;
    private final Anchors anchors;
    private final Map<String, List<State>> states = new TreeMap<>(
            Comparator.comparing(ErrorMeanings::isOfTheLanguage).thenComparing(Comparator.naturalOrder()));
    private final List<State> others = new ArrayList<>();

    private ErrorTable(Workflow workflow, Anchors anchors) {
        this.workflow = workflow;
        this.anchors = anchors;
    }

    static Table of(Workflow workflow, Anchors anchors) {
        ErrorTable errors = new ErrorTable(workflow, anchors);
        errors.collect();
        return errors.table();
    }

    private void collect() {
        for (ErrorSources.Source source : ErrorSources.of(workflow.machine(), this::declared)) {
            source.errors().names().forEach(name -> add(name, source.state()));
            if (source.errors().others()) {
                others.add(source.state());
            }
        }
        // Some come from no state.
        ErrorFlow.of(workflow.machine(), this::declared)
                .leaving()
                .names()
                .forEach(name -> states.putIfAbsent(name, new ArrayList<>()));
    }

    private void add(String error, State state) {
        states.computeIfAbsent(error, key -> new ArrayList<>()).add(state);
    }

    private List<String> declared(State state) {
        return task(state).stream()
                .flatMap(task -> task.errors().stream())
                .map(Contract.TaskError::name)
                .toList();
    }

    private Optional<Contract.Task> task(State state) {
        return state instanceof TaskState task
                ? workflow.contract().task(TaskIdentity.of(task.resource()).name())
                : Optional.empty();
    }

    private Table table() {
        Table table = new Table("Error", "From", "Meaning");
        states.forEach((error, from) -> table.row(Markdown.code(error), from(error, from), meaning(error, from)));
        if (!others.isEmpty()) {
            table.row("any other", links(others), "Whatever a task, or an error that is computed, gives.");
        }
        return table;
    }

    private String from(String error, List<State> from) {
        List<String> parts = new ArrayList<>();
        if (!from.isEmpty()) {
            parts.add(links(from));
        }
        if (error.equals(ErrorName.TIMEOUT) && workflow.machine().timeoutSeconds() > 0) {
            parts.add("the execution as a whole");
        } else if (from.isEmpty()) {
            parts.add("a history that a loop has filled");
        }
        return String.join(", ", parts);
    }

    private String links(List<State> states) {
        return Markdown.some(
                states.stream().map(state -> anchors.toState(state.name())).toList(), MOST_STATES);
    }

    private String meaning(String error, List<State> from) {
        Set<String> meanings = new LinkedHashSet<>();
        for (State state : from) {
            task(state).stream()
                    .flatMap(task -> task.errors().stream())
                    .filter(declared -> declared.name().equals(error))
                    .forEach(declared -> meanings.add("Declared."
                            + (declared.description() == null
                                            || declared.description().isBlank()
                                    ? ""
                                    : " " + Markdown.text(declared.description()))));
            if (state instanceof FailState fail
                    && fail.error() instanceof FailText.Constant own
                    && own.text().equals(error)) {
                meanings.add("Raised by a Fail state.");
            }
        }
        String own = String.join(Handling.BREAK, meanings);
        return own.isEmpty() ? ErrorMeanings.of(error) : own;
    }
}
