package dev.asl4j.compiler.document;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.contract.DeclaredType;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.plan.Signatures;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks of a workflow: how each is called, what it takes and gives, and with which errors it is declared to fail. */
final class TaskSections {
    private static final int MOST_CALLERS = 20;

    private final Workflow workflow;
    private final PageText page;
    private final Anchors anchors;
    private final TypeSections types;
    private final JavaTypes java;
    private final Known known;
    private final Map<String, TaskState> states;
    private final Map<String, String> nested;

    /**
     * Sections of a page.
     *
     * @param states the Task states by name
     * @param nested links to the workflows that states start, by the names of the states
     */
    TaskSections(
            Workflow workflow,
            PageText page,
            Anchors anchors,
            TypeSections types,
            JavaTypes java,
            Map<String, TaskState> states,
            Map<String, String> nested) {
        this.workflow = workflow;
        this.page = page;
        this.anchors = anchors;
        this.types = types;
        this.java = java;
        this.known = new Known(workflow.facts());
        this.states = states;
        this.nested = nested;
    }

    /** All of them, under a heading. */
    void show() {
        List<WorkflowPlan.TaskMethod> tasks = workflow.plan().tasks();
        if (!tasks.isEmpty()) {
            page.heading(2, "", "Tasks");
            tasks.forEach(this::show);
        }
    }

    private void show(WorkflowPlan.TaskMethod task) {
        page.heading(3, anchors.task(task.name(), task.resource()), Markdown.code(task.resource()));
        List<TaskState> callers = task.states().stream()
                .map(states::get)
                .filter(state -> state != null)
                .toList();
        List<String> links =
                callers.stream().map(state -> anchors.toState(state.name())).toList();
        page.paragraph(Markdown.text(task.words()) + " " + Markdown.code(task.resource()) + ", called by "
                + Markdown.some(links, MOST_CALLERS) + ".");
        page.table(facts(task, callers));
        Contract.@Nullable Task declared =
                workflow.contract().task(task.resource()).orElse(null);
        Signatures.Signature signature = workflow.signatures().task(task.resource());
        show(
                "**Input:** ",
                declared == null ? null : declared.input(),
                signature.input().use(),
                known.arguments(callers));
        boolean waits = callers.stream().anyMatch(TaskSections::waits);
        Shape result = waits ? Shape.ANY : known.result(callers);
        show(
                "**Result:** ",
                declared == null ? null : declared.output(),
                signature.output().use(),
                result);
        if (waits) {
            show(
                    "**Answer to its token:** ",
                    declared == null ? null : declared.answer(),
                    signature.answer().use(),
                    Shape.ANY);
        }
        page.table(errors(task));
        Table calls = calls(callers);
        if (calls.tells()) {
            page.table(calls);
        }
    }

    private static boolean waits(TaskState state) {
        return state.resource().pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
    }

    private void show(String label, @Nullable DeclaredType type, JavaType.Use use, Shape shape) {
        if (type == null) {
            ShapeBlock.show(page, label, "any JSON", shape);
        } else {
            types.show(label, type, use);
        }
    }

    private Table facts(WorkflowPlan.TaskMethod task, List<TaskState> callers) {
        Table table = new Table("", "");
        table.row(
                "Resource",
                callers.stream()
                        .map(state -> Markdown.code(state.resource().uri()))
                        .distinct()
                        .collect(Collectors.joining(Handling.BREAK)));
        table.row("Handler", handler(task));
        String waits = callers.stream()
                .map(TaskSections::waitsFor)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "));
        if (!waits.isEmpty()) {
            table.row("Waits for", waits);
        }
        String started = callers.stream()
                .map(state -> nested.getOrDefault(state.name(), ""))
                .filter(link -> !link.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!started.isEmpty()) {
            table.row("Starts", started);
        }
        return table;
    }

    private static String waitsFor(TaskState state) {
        return switch (state.resource().pattern()) {
            case REQUEST_RESPONSE -> "";
            case SYNC, SYNC_2 -> "the end of its job";
            case WAIT_FOR_TASK_TOKEN -> "the answer to its token";
        };
    }

    private String handler(WorkflowPlan.TaskMethod task) {
        Signatures.Signature signature = workflow.signatures().task(task.resource());
        String output = signature.output().use().type().accept(java);
        String answer = task.callback()
                ? ", TaskCallback<" + signature.answer().use().type().accept(java) + "> callback"
                : "";
        String method = (task.async() ? "CompletionStage<" + output + ">" : output) + " " + task.name() + "("
                + signature.input().use().type().accept(java) + " input, TaskContext task" + answer + ")";
        return switch (task.builtIn()) {
            case NONE -> Markdown.code(method);
            case START_EXECUTION, HTTP -> "built in, or " + Markdown.code(method);
        };
    }

    private Table errors(WorkflowPlan.TaskMethod task) {
        Table table = new Table("Declared error", "Exception", "Description");
        for (WorkflowPlan.ErrorClass error : task.exceptions()) {
            table.row(
                    Markdown.code(error.error()),
                    Markdown.code("Errors." + error.className()),
                    error.description() == null ? "" : Markdown.text(error.description()));
        }
        return table;
    }

    private Table calls(List<TaskState> callers) {
        Table table = new Table("Called by", "Timeout", "Heartbeat", "Retries", "Catches");
        for (TaskState state : callers) {
            table.row(
                    anchors.toState(state.name()),
                    seconds(state.timeout()),
                    seconds(state.heartbeat()),
                    Handling.retries(state.retriers()),
                    Handling.catches(state.catchers(), anchors));
        }
        return table;
    }

    private static String seconds(@Nullable Amount amount) {
        return amount == null ? "" : amount.accept(Seconds.OF);
    }
}
