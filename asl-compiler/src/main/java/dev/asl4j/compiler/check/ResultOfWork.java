package dev.asl4j.compiler.check;

import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.Distribution;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;

/** The types of the result of the work of a state, as {@code $states.result} has it: of branches and iterations an array. */
final class ResultOfWork implements State.Visitor<ValueTypes> {

    private static final ValueTypes ANY = ValueTypes.JSON.or(ValueType.UNDEFINED);
    private static final ResultOfWork VISITOR = new ResultOfWork();

    private ResultOfWork() {}

    static ValueTypes of(State state) {
        return state.accept(VISITOR);
    }

    @Override
    public ValueTypes task(TaskState state) {
        return ANY;
    }

    @Override
    public ValueTypes pass(PassState state) {
        return ANY;
    }

    @Override
    public ValueTypes choice(ChoiceState state) {
        return ANY;
    }

    @Override
    public ValueTypes waiting(WaitState state) {
        return ANY;
    }

    @Override
    public ValueTypes succeed(SucceedState state) {
        return ANY;
    }

    @Override
    public ValueTypes fail(FailState state) {
        return ANY;
    }

    @Override
    public ValueTypes parallel(ParallelState state) {
        return ValueTypes.of(ValueType.ARRAY);
    }

    @Override
    public ValueTypes map(MapState state) {
        Distribution distribution = state.distribution();
        return distribution == null || distribution.writer() == null ? ValueTypes.of(ValueType.ARRAY) : ANY;
    }

    @Override
    public ValueTypes unresolved(UnresolvedState state) {
        return ANY;
    }
}
