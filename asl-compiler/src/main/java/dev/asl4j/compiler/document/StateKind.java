package dev.asl4j.compiler.document;

import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskIdentity;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import java.util.Map;

/**
 * What a state is, as inline Markdown: its type, with what tells it from others of that type.
 *
 * @param tasks links to tasks
 */
record StateKind(Map<TaskIdentity, String> tasks) implements State.Visitor<String> {

    @Override
    public String task(TaskState state) {
        TaskIdentity task = TaskIdentity.of(state.resource());
        return "Task: " + tasks.getOrDefault(task, Markdown.code(task.name()));
    }

    @Override
    public String pass(PassState state) {
        return "Pass";
    }

    @Override
    public String choice(ChoiceState state) {
        return "Choice";
    }

    @Override
    public String waiting(WaitState state) {
        return "Wait: " + state.duration().accept(Seconds.OF);
    }

    @Override
    public String succeed(SucceedState state) {
        return "Succeed";
    }

    @Override
    public String fail(FailState state) {
        return state.error() == null ? "Fail" : "Fail: " + state.error().accept(new ErrorText());
    }

    @Override
    public String parallel(ParallelState state) {
        return "Parallel";
    }

    @Override
    public String map(MapState state) {
        return state.distribution() == null ? "Map" : "Map, distributed";
    }

    @Override
    public String unresolved(UnresolvedState state) {
        return Markdown.text(state.type()) + ", needs the value of a placeholder";
    }

    private static final class ErrorText implements FailText.Visitor<String> {
        @Override
        public String constant(String text) {
            return Markdown.code(text);
        }

        @Override
        public String atPath(Path path) {
            return "the error at " + Markdown.code(path.text());
        }

        @Override
        public String computed(IntrinsicCall call) {
            return "an error that is computed";
        }

        @Override
        public String query(JsonataExpression expression) {
            return "the error by " + Markdown.code(expression.text());
        }
    }
}
