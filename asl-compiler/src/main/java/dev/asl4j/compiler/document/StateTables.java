package dev.asl4j.compiler.document;

import dev.asl4j.compiler.drawing.ConditionText;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.List;

/** The states of a workflow: a table for each scope. */
final class StateTables {
    private final PageText page;
    private final Anchors anchors;
    private final StateKind kinds;

    StateTables(PageText page, Anchors anchors, StateKind kinds) {
        this.page = page;
        this.anchors = anchors;
        this.kinds = kinds;
    }

    /** All of them, under a heading. */
    void show(Scope main) {
        page.heading(2, "", "States");
        table(main);
    }

    private void table(Scope scope) {
        StateReference start = scope.startAt();
        page.paragraph(start == null ? "" : "Starts at " + anchors.toState(start.name()) + ".");
        Table table = new Table("State", "Type", "Comment", "Next", "Retries", "Catches");
        for (State state : scope.states()) {
            String comment = state.comment();
            table.row(
                    Anchors.mark(anchors.state(state.name())) + Markdown.code(state.name()),
                    state.accept(kinds),
                    comment == null ? "" : Markdown.text(comment),
                    next(state),
                    Handling.retries(state.retriers()),
                    Handling.catches(state.catchers(), anchors));
        }
        page.table(table);
        // As deep as scopes are nested, which the reader bounds.
        scope.states().forEach(this::inside);
    }

    private void inside(State state) {
        List<Scope> scopes = state.outline().scopes();
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            page.heading(3, "", name(scope.kind(), i) + " of " + Markdown.code(state.name()));
            page.paragraph(scope.comment() == null ? "" : Markdown.text(scope.comment()));
            table(scope);
        }
    }

    static String name(Scope.Kind kind, int index) {
        return switch (kind) {
            case STATE_MACHINE -> "States";
            case BRANCH -> "Branch " + (index + 1);
            case ITEM_PROCESSOR, DISTRIBUTED_ITEM_PROCESSOR -> "Item processor";
        };
    }

    private String next(State state) {
        List<String> ways = new ArrayList<>();
        List<ChoiceState.Rule> rules = state instanceof ChoiceState choice ? choice.rules() : List.of();
        int rule = 0;
        for (Edge edge : Edges.of(state)) {
            String target = edge.target() == null
                    ? "end"
                    : anchors.toState(edge.target().name());
            switch (edge.kind()) {
                case DONE, UNKNOWN -> ways.add(target);
                case RULE -> {
                    ways.add("if " + condition(rules.get(rule++)) + ": " + target);
                }
                case DEFAULT -> ways.add("else " + target);
                case CATCHER -> {} // has a column of its own
            }
        }
        return String.join(Handling.BREAK, ways);
    }

    private static String condition(ChoiceState.Rule rule) {
        String comment = rule.comment() == null ? "" : " (" + Markdown.text(rule.comment()) + ")";
        return Markdown.code(ConditionText.of(rule.condition())) + comment;
    }
}
