package dev.asl4j.compiler.generate;

import dev.asl4j.compiler.plan.StatePlan;
import java.util.List;
import java.util.function.Function;

/** The fields that a state uses: of its task, or of its branches or item processor. */
final class Pieces implements StatePlan.Visitor<List<String>> {
    /** The field of the task that a Task state calls; empty for others. */
    static final Pieces TASKS = new Pieces(state -> List.of(state.task()), inner -> List.of());

    /** The fields of the scopes inside a Parallel or Map state; empty for others. */
    static final Pieces SCOPES = new Pieces(state -> List.of(), inner -> inner);

    private final Function<StatePlan.Task, List<String>> ofTask;
    private final Function<List<String>, List<String>> ofInner;

    private Pieces(Function<StatePlan.Task, List<String>> ofTask, Function<List<String>, List<String>> ofInner) {
        this.ofTask = ofTask;
        this.ofInner = ofInner;
    }

    @Override
    public List<String> pass(StatePlan.Pass state) {
        return List.of();
    }

    @Override
    public List<String> task(StatePlan.Task state) {
        return ofTask.apply(state);
    }

    @Override
    public List<String> choice(StatePlan.Choice state) {
        return List.of();
    }

    @Override
    public List<String> waiting(StatePlan.Wait state) {
        return List.of();
    }

    @Override
    public List<String> succeed(StatePlan.Succeed state) {
        return List.of();
    }

    @Override
    public List<String> fail(StatePlan.Fail state) {
        return List.of();
    }

    @Override
    public List<String> parallel(StatePlan.Parallel state) {
        return ofInner.apply(state.branches());
    }

    @Override
    public List<String> map(StatePlan.Map state) {
        return ofInner.apply(List.of(state.processor()));
    }

    @Override
    public List<String> distributedMap(StatePlan.DistributedMap state) {
        return ofInner.apply(List.of(state.processor()));
    }
}
