package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataReference;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Evaluations;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a state gives its input on as it is, assigns nothing, and decides by nothing but its input and variables. An execution that
 * comes back to such a state by way of such states finds all as it was, and goes the same way again.
 */
final class Unchanging implements State.Visitor<Boolean>, DataFlow.Visitor<Boolean>, Evaluations.Visitor<Boolean> {
    private static final Unchanging UNCHANGING = new Unchanging();
    private static final Evaluations<Boolean> STEADY = new Evaluations<>(UNCHANGING);

    /** Functions that do not give the same each time. */
    private static final Set<String> RESTLESS = Set.of("now", "millis", "random", "uuid", "shuffle", "eval");

    private Unchanging() {}

    static boolean is(State state) {
        return state.everyAssignment().isEmpty()
                && state.accept(UNCHANGING)
                && STEADY.of(state).allMatch(steady -> steady);
    }

    @Override
    public Boolean task(TaskState state) {
        return false;
    }

    @Override
    public Boolean pass(PassState state) {
        return state.result() == null && state.dataFlow().accept(this);
    }

    @Override
    public Boolean choice(ChoiceState state) {
        return state.rules().stream().allMatch(rule -> rule.output() == null)
                && state.dataFlow().accept(this);
    }

    @Override
    public Boolean waiting(WaitState state) {
        return state.dataFlow().accept(this);
    }

    @Override
    public Boolean succeed(SucceedState state) {
        return false;
    }

    @Override
    public Boolean fail(FailState state) {
        return false;
    }

    @Override
    public Boolean parallel(ParallelState state) {
        return false;
    }

    @Override
    public Boolean map(MapState state) {
        return false;
    }

    @Override
    public Boolean unresolved(UnresolvedState state) {
        return false;
    }

    @Override
    public Boolean paths(DataFlow.Paths flow) {
        return flow.parameters() == null
                && flow.resultSelector() == null
                && isAbsent(flow.inputPath())
                && isAbsent(flow.resultPath())
                && isAbsent(flow.outputPath());
    }

    @Override
    public Boolean queries(DataFlow.Queries flow) {
        return flow.arguments() == null && flow.output() == null;
    }

    private static boolean isAbsent(PathSetting setting) {
        return setting instanceof PathSetting.Absent
                || (setting instanceof PathSetting.Given given
                        && given.path().root() instanceof Root.Document
                        && given.path().steps().isEmpty());
    }

    @Override
    public Stream<Boolean> template(Template template) {
        return Stream.empty();
    }

    /** The context object knows the time. */
    @Override
    public Stream<Boolean> path(Path path, Subject source) {
        return Stream.of(!path.text().contains("$$"));
    }

    @Override
    public Stream<Boolean> call(IntrinsicCall call, Subject source) {
        return Stream.of(false);
    }

    @Override
    public Stream<Boolean> query(JsonataExpression expression) {
        return Stream.of(!expression.members().contains(StatesMember.CONTEXT)
                && expression.references().stream().map(JsonataReference::name).noneMatch(RESTLESS::contains));
    }
}
