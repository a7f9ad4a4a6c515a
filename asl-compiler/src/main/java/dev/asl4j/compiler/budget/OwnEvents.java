package dev.asl4j.compiler.budget;

import dev.asl4j.compiler.model.ChoiceState;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.MapState;
import dev.asl4j.compiler.model.ParallelState;
import dev.asl4j.compiler.model.PassState;
import dev.asl4j.compiler.model.Resource;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.model.SucceedState;
import dev.asl4j.compiler.model.TaskState;
import dev.asl4j.compiler.model.UnresolvedState;
import dev.asl4j.compiler.model.WaitState;
import java.util.OptionalInt;

/**
 * The events of one visit of a state that succeeds at the first attempt, without those of states inside it and without those of iterations.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
public final class OwnEvents implements State.Visitor<OptionalInt> {
    private static final OwnEvents EVENTS = new OwnEvents();

    /** {@code ...StateEntered} and {@code ...StateExited}. */
    private static final int VISIT = 2;

    private OwnEvents() {}

    /** Those of a state; empty: it cannot be said, since a placeholder has no value. */
    public static OptionalInt of(State state) {
        return state.accept(EVENTS);
    }

    /** {@code Scheduled}, {@code Started} and {@code Succeeded}; {@code Submitted} where the answer comes later than the response. */
    @Override
    public OptionalInt task(TaskState state) {
        return OptionalInt.of(VISIT + 3 + state.resource().accept(new Submitted()));
    }

    @Override
    public OptionalInt pass(PassState state) {
        return OptionalInt.of(VISIT);
    }

    @Override
    public OptionalInt choice(ChoiceState state) {
        return OptionalInt.of(VISIT);
    }

    @Override
    public OptionalInt waiting(WaitState state) {
        return OptionalInt.of(VISIT);
    }

    @Override
    public OptionalInt succeed(SucceedState state) {
        return OptionalInt.of(VISIT);
    }

    /** It is entered only. */
    @Override
    public OptionalInt fail(FailState state) {
        return OptionalInt.of(1);
    }

    /** {@code ParallelStateStarted} and {@code ParallelStateSucceeded}. */
    @Override
    public OptionalInt parallel(ParallelState state) {
        return OptionalInt.of(VISIT + 2);
    }

    /** {@code MapStateStarted} and {@code MapStateSucceeded}; those of the Map Run in distributed mode. */
    @Override
    public OptionalInt map(MapState state) {
        return OptionalInt.of(VISIT + (state.distribution() == null ? 2 : 4));
    }

    @Override
    public OptionalInt unresolved(UnresolvedState state) {
        return OptionalInt.empty();
    }

    /** How many times a task is submitted. */
    private static final class Submitted implements Resource.Visitor<Integer> {

        @Override
        public Integer lambdaFunction(Resource.LambdaFunction function) {
            return 0;
        }

        @Override
        public Integer lambdaInvoke(Resource.LambdaInvoke invoke) {
            return pattern(invoke.pattern());
        }

        @Override
        public Integer activity(Resource.Activity activity) {
            return 0;
        }

        @Override
        public Integer integration(Resource.Integration integration) {
            return pattern(integration.pattern());
        }

        @Override
        public Integer other(Resource.Other other) {
            return 0;
        }

        private static Integer pattern(Resource.Pattern pattern) {
            return switch (pattern) {
                case REQUEST_RESPONSE -> 0;
                case SYNC, SYNC_2, WAIT_FOR_TASK_TOKEN -> 1;
            };
        }
    }
}
