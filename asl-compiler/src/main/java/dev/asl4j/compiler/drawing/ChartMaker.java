package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.drawing.Chart.Arrow;
import dev.asl4j.compiler.drawing.Chart.Group;
import dev.asl4j.compiler.drawing.Chart.Line;
import dev.asl4j.compiler.drawing.Chart.Node;
import dev.asl4j.compiler.drawing.Chart.Shape;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.Edge;
import dev.asl4j.compiler.model.Edges;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Scope;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.StateMachine;
import dev.asl4j.compiler.model.StateOutline;
import dev.asl4j.compiler.model.StateReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the chart of a state machine. States that could not be read, or that do not exist, are boxes too. */
final class ChartMaker {
    private final List<Arrow> arrows = new ArrayList<>();
    private int nodes;
    private int groups;

    private ChartMaker() {}

    static Chart chart(StateMachine machine) {
        ChartMaker maker = new ChartMaker();
        Group main = maker.new ScopeChart(machine.main(), machine.name()).make();
        return new Chart(main, maker.arrows);
    }

    private String nextNode() {
        return "n" + ++nodes;
    }

    /** One scope on its way to a group. */
    private final class ScopeChart {
        private final Scope scope;
        private final String title;
        private final String id = "g" + ++groups;
        private final Node start = new Node(nextNode(), Shape.START, "", "");
        private final Node end = new Node(nextNode(), Shape.END, "", "");
        private final List<Node> boxes = new ArrayList<>();
        private final List<Group> inner = new ArrayList<>();
        private final Map<String, Node> byName = new HashMap<>();
        private boolean ends;

        ScopeChart(Scope scope, String title) {
            this.scope = scope;
            this.title = title;
        }

        Group make() {
            List<Node> states = new ArrayList<>();
            List<NodeKind> kinds = new ArrayList<>();
            for (State state : scope.states()) {
                NodeKind kind = state.accept(NodeKind.OF);
                kinds.add(kind);
                states.add(add(kind.shape(), state.name(), kind.type()));
            }
            for (StateOutline outline : scope.unread()) {
                states.add(add(Shape.UNKNOWN, outline.name(), "could not be read"));
            }
            StateReference startAt = scope.startAt();
            if (startAt != null) {
                arrows.add(new Arrow(start.id(), target(startAt), Line.NEXT, ""));
            }
            int at = 0;
            for (State state : scope.states()) {
                ways(state, kinds.get(at), states.get(at));
                scopes(state.outline(), states.get(at++));
            }
            for (StateOutline outline : scope.unread()) {
                ways(outline, states.get(at));
                scopes(outline, states.get(at++));
            }
            boxes.add(0, start);
            if (ends) {
                boxes.add(end);
            }
            return new Group(id, title, boxes, inner);
        }

        private Node add(Shape shape, String name, String type) {
            Node node = new Node(nextNode(), shape, name, type);
            boxes.add(node);
            byName.putIfAbsent(name, node);
            return node;
        }

        private String target(StateReference reference) {
            Node node = byName.get(reference.name());
            return (node == null ? add(Shape.UNKNOWN, reference.name(), "does not exist here") : node).id();
        }

        private String end() {
            ends = true;
            return end.id();
        }

        private void ways(State state, NodeKind kind, Node node) {
            int rule = 0;
            int catcher = 0;
            for (Edge edge : Edges.of(state)) {
                StateReference target = edge.target();
                String to = target == null ? end() : target(target);
                arrows.add(
                        switch (edge.kind()) {
                            case DONE, UNKNOWN -> new Arrow(node.id(), to, Line.NEXT, "");
                            case RULE ->
                                new Arrow(node.id(), to, Line.NEXT, kind.rules().get(rule++));
                            case DEFAULT -> new Arrow(node.id(), to, Line.NEXT, "default");
                            case CATCHER ->
                                new Arrow(
                                        node.id(),
                                        to,
                                        Line.CATCH,
                                        caught(state.catchers().get(catcher++)));
                        });
            }
        }

        private String caught(Catcher catcher) {
            String names = catcher.errorEquals().stream().map(ErrorName::name).collect(Collectors.joining(", "));
            return "catch " + names;
        }

        private void ways(StateOutline outline, Node node) {
            for (StateReference target : outline.targets()) {
                arrows.add(new Arrow(node.id(), target(target), Line.NEXT, ""));
            }
            if (outline.terminal()) {
                arrows.add(new Arrow(node.id(), end(), Line.NEXT, ""));
            }
        }

        private void scopes(StateOutline outline, Node node) {
            int number = 0;
            for (Scope nested : outline.scopes()) {
                number++;
                String what = switch (nested.kind()) {
                    case STATE_MACHINE -> "";
                    case BRANCH -> "branch " + number;
                    case ITEM_PROCESSOR -> "each item";
                    case DISTRIBUTED_ITEM_PROCESSOR -> "each item, as an execution of its own";
                };
                ScopeChart chart = new ScopeChart(nested, outline.name() + ": " + what);
                arrows.add(new Arrow(node.id(), chart.start.id(), Line.INSIDE, ""));
                inner.add(chart.make());
            }
        }
    }
}
