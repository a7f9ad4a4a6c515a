package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.drawing.Chart.Shape;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import java.util.ArrayList;
import java.util.List;

/**
 * How a state is drawn.
 *
 * @param type what stands below its name
 * @param rules the texts of its choice rules; none if it is no Choice state
 */
record NodeKind(Shape shape, String type, List<String> rules) {

    NodeKind {
        rules = List.copyOf(rules);
    }

    private NodeKind(Shape shape, String type) {
        this(shape, type, List.of());
    }

    static final State.Visitor<NodeKind> OF = new State.Visitor<>() {
        @Override
        public NodeKind task(TaskState state) {
            return new NodeKind(Shape.TASK, "Task");
        }

        @Override
        public NodeKind pass(PassState state) {
            return new NodeKind(Shape.PASS, "Pass");
        }

        @Override
        public NodeKind choice(ChoiceState state) {
            List<String> rules = new ArrayList<>();
            for (ChoiceState.Rule rule : state.rules()) {
                String number = state.rules().size() == 1 ? "" : (rules.size() + 1) + ": ";
                rules.add(number + ConditionText.of(rule.condition()));
            }
            return new NodeKind(Shape.CHOICE, "Choice", rules);
        }

        @Override
        public NodeKind waiting(WaitState state) {
            return new NodeKind(Shape.WAIT, "Wait");
        }

        @Override
        public NodeKind succeed(SucceedState state) {
            return new NodeKind(Shape.SUCCEED, "Succeed");
        }

        @Override
        public NodeKind fail(FailState state) {
            return new NodeKind(Shape.FAIL, "Fail");
        }

        @Override
        public NodeKind parallel(ParallelState state) {
            return new NodeKind(Shape.PARALLEL, "Parallel");
        }

        @Override
        public NodeKind map(MapState state) {
            return new NodeKind(Shape.MAP, state.distribution() == null ? "Map" : "Map, distributed");
        }

        @Override
        public NodeKind unresolved(UnresolvedState state) {
            return new NodeKind(Shape.UNKNOWN, state.type() + ", needs the value of a placeholder");
        }
    };
}
