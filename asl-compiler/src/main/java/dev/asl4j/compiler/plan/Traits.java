package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only some types of state have.
 *
 * @param blocking whether it is a Task or Wait, which do not go on at once
 */
record Traits(
        List<Retrier> retriers,
        List<Catcher> catchers,
        @Nullable Template itemSelector,
        boolean blocking) {
    private static final Traits NONE = new Traits(List.of(), List.of(), null, false);

    static Traits of(State state) {
        return state.accept(new State.Visitor<>() {
            @Override
            public Traits task(TaskState task) {
                return new Traits(task.retriers(), task.catchers(), null, true);
            }

            @Override
            public Traits pass(PassState pass) {
                return NONE;
            }

            @Override
            public Traits choice(ChoiceState choice) {
                return NONE;
            }

            @Override
            public Traits waiting(WaitState wait) {
                return new Traits(List.of(), List.of(), null, true);
            }

            @Override
            public Traits succeed(SucceedState succeed) {
                return NONE;
            }

            @Override
            public Traits fail(FailState fail) {
                return NONE;
            }

            @Override
            public Traits parallel(ParallelState parallel) {
                return new Traits(parallel.retriers(), parallel.catchers(), null, false);
            }

            @Override
            public Traits map(MapState map) {
                return new Traits(map.retriers(), map.catchers(), map.itemSelector(), false);
            }

            @Override
            public Traits unresolved(UnresolvedState state) {
                return NONE;
            }
        });
    }
}
