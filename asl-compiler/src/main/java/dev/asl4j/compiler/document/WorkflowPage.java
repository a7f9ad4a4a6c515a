package dev.asl4j.compiler.document;

import dev.asl4j.compiler.contract.Contract;
import dev.asl4j.compiler.contract.DeclaredType;
import dev.asl4j.compiler.datatype.JavaType;
import dev.asl4j.compiler.drawing.Notation;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.plan.WorkflowPlan;
import dev.asl4j.compiler.shape.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of a workflow. */
final class WorkflowPage {
    /** Mermaid refuses to draw more, unless it is told otherwise. */
    private static final int LARGEST_DRAWING = 50_000;

    private static final int MOST_ARROWS = 500;

    /** So many digits tell versions apart. */
    private static final int VERSION_DIGITS = 12;

    private final Workflow workflow;
    private final Neighbours neighbours;
    private final PageText page = new PageText();
    private final Anchors anchors = new Anchors();
    private final TypeSections types;
    private final JavaTypes java;
    private final Known known;
    private final Map<String, TaskState> taskStates = new LinkedHashMap<>();

    private WorkflowPage(Workflow workflow, JavaTypes java, Neighbours neighbours) {
        this.workflow = workflow;
        this.neighbours = neighbours;
        this.java = java;
        this.known = new Known(workflow.facts());
        this.types = new TypeSections(page, anchors, workflow.schemas(), java);
    }

    /**
     * Links to other pages.
     *
     * @param index to the list of all pages; empty: there is none
     * @param started to the workflows that states start, by the names of the states
     * @param startedBy to the workflows whose states start this one
     */
    record Neighbours(String index, Map<String, String> started, List<String> startedBy) {}

    static String of(Workflow workflow, JavaTypes java, Neighbours neighbours) {
        WorkflowPage page = new WorkflowPage(workflow, java, neighbours);
        page.write();
        return page.page.toString();
    }

    private void write() {
        StateMachine machine = workflow.machine();
        claim(machine.main());
        page.heading(1, "", Markdown.text(machine.name()));
        page.paragraph(machine.comment() == null ? "" : Markdown.text(machine.comment()));
        page.table(facts());
        page.paragraph(neighbours.index());
        draw();
        page.heading(2, "", "Input");
        Contract contract = workflow.contract();
        show(contract.input(), workflow.signatures().input().use(), Shape.ANY);
        page.heading(2, "", "Output");
        show(contract.output(), workflow.signatures().output().use(), known.output(machine));
        new TaskSections(workflow, page, anchors, types, java, taskStates, neighbours.started()).show();
        page.heading(2, "", "Errors");
        Table errors = ErrorTable.of(workflow, anchors);
        page.paragraph(
                errors.isEmpty()
                        ? "An execution cannot fail."
                        : "An execution can fail with these; what is always caught is not among them.");
        page.table(errors);
        new StateTables(page, anchors, new StateKind(taskLinks())).show(machine.main());
        Table variables = VariableTable.of(machine, anchors, known);
        if (!variables.isEmpty()) {
            page.heading(2, "", "Variables");
            page.table(variables);
        }
        types.showRest();
    }

    /** States have the plainest anchors: in the order of the definition, before anything links to them. */
    private void claim(Scope scope) {
        for (State state : scope.states()) {
            anchors.state(state.name());
            if (state instanceof TaskState task) {
                taskStates.put(state.name(), task);
            }
            state.outline().scopes().forEach(this::claim);
        }
    }

    private Map<TaskIdentity, String> taskLinks() {
        Map<TaskIdentity, String> links = new HashMap<>();
        for (WorkflowPlan.TaskMethod task : workflow.plan().tasks()) {
            String label = Markdown.code(task.resource());
            links.put(
                    new TaskIdentity(task.words(), task.resource()),
                    Markdown.link(label, "#" + anchors.task(task.name(), task.resource())));
        }
        return links;
    }

    private Table facts() {
        StateMachine machine = workflow.machine();
        Table table = new Table("", "");
        table.row("Definition", Markdown.code(workflow.definition()));
        table.row("Java class", Markdown.code(workflow.className()));
        table.row("Query language", machine.queryLanguage().text());
        table.row("Type", workflow.machineType());
        table.row("Timeout", machine.timeoutSeconds() == 0 ? "none" : Seconds.words(machine.timeoutSeconds()));
        String fingerprint = workflow.plan().fingerprint();
        table.row("Version", Markdown.code(fingerprint.substring(0, Math.min(VERSION_DIGITS, fingerprint.length()))));
        if (!neighbours.startedBy().isEmpty()) {
            table.row("Started by", String.join(", ", neighbours.startedBy()));
        }
        return table;
    }

    private void draw() {
        String drawing = Notation.MERMAID.draw(workflow.machine());
        long arrows = drawing.lines()
                .filter(line -> line.contains("-->") || line.contains("-.-"))
                .count();
        if (drawing.length() <= LARGEST_DRAWING && arrows <= MOST_ARROWS) {
            page.fence("mermaid", drawing);
        } else {
            page.paragraph("It has more states than Mermaid draws; `aslc graph --format dot` draws them for Graphviz.");
        }
    }

    private void show(@Nullable DeclaredType type, JavaType.Use use, Shape shape) {
        if (type == null) {
            ShapeBlock.show(page, "", "Any JSON.", shape);
        } else {
            types.show("", type, use);
        }
    }
}
