package dev.asl4j.compiler.generate;

import dev.asl4j.compiler.plan.StatePlan;
import dev.asl4j.runtime.spi.StateType;
import java.util.Optional;

/** The second half of a state, if it has one. */
final class SecondHalves implements StatePlan.Visitor<Optional<StatePlan.SecondHalf>> {
    /** Whether there is a result: a Wait state has none. */
    static boolean takesResult(StateType type) {
        return type != StateType.WAIT;
    }

    @Override
    public Optional<StatePlan.SecondHalf> pass(StatePlan.Pass state) {
        return Optional.empty();
    }

    @Override
    public Optional<StatePlan.SecondHalf> task(StatePlan.Task state) {
        return Optional.of(state.secondHalf());
    }

    @Override
    public Optional<StatePlan.SecondHalf> choice(StatePlan.Choice state) {
        return Optional.empty();
    }

    @Override
    public Optional<StatePlan.SecondHalf> waiting(StatePlan.Wait state) {
        return Optional.of(state.secondHalf());
    }

    @Override
    public Optional<StatePlan.SecondHalf> succeed(StatePlan.Succeed state) {
        return Optional.empty();
    }

    @Override
    public Optional<StatePlan.SecondHalf> fail(StatePlan.Fail state) {
        return Optional.empty();
    }

    @Override
    public Optional<StatePlan.SecondHalf> parallel(StatePlan.Parallel state) {
        return Optional.of(state.secondHalf());
    }

    @Override
    public Optional<StatePlan.SecondHalf> map(StatePlan.Map state) {
        return Optional.of(state.secondHalf());
    }

    @Override
    public Optional<StatePlan.SecondHalf> distributedMap(StatePlan.DistributedMap state) {
        return Optional.of(state.secondHalf());
    }
}
