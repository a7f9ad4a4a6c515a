package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells the parts of an engine, and whoever listens, of the turns of executions that are durable. */
final class Ledger {
    private final EngineCore engine;

    Ledger(EngineCore engine) {
        this.engine = engine;
    }

    /**
     * A turn is durable.
     *
     * @param outcome if the execution ended by it: who waits for that is found before anybody can have it go on again
     */
    void committed(EngineExecution execution, Standing standing, Turn turn, @Nullable Outcome outcome) {
        boolean counted = standing.isGoingOn();
        boolean ended = outcome != null;
        standing.committed(turn);
        engine.polls().committed(turn);
        if (!counted && (standing.isGoingOn() || ended)) {
            engine.gate().reenter();
        } else if (counted && !standing.isGoingOn() && !ended) {
            engine.gate().leave();
        }
        if (outcome != null) {
            execution.fate().ended(outcome);
            engine.ended(execution, outcome);
        }
        if (turn.hold()) {
            if (engine.residents().mapRuns(execution.key(), turn.mapRuns())) {
                engine.madeRoom();
            }
        } else {
            left(execution);
            if (turn.wake() != null) {
                engine.wakeups().expect(turn.wake());
            }
        }
        loaded(standing);
    }

    /** It is not in memory any more. */
    void left(EngineExecution execution) {
        if (engine.residents().remove(execution)) {
            engine.results().left(execution.key());
        }
    }

    /** An execution that was taken up has had its turn, or is gone. */
    void loaded(Standing standing) {
        if (standing.loading() != null) {
            standing.loaded();
            engine.wakeups().loaded();
        }
    }

    /** Tells lifecycle listeners, if there are any. */
    void tellListeners(
            Identity identity,
            @Nullable Driver driver,
            Standing standing,
            @Nullable Turn turn,
            @Nullable Outcome outcome,
            @Nullable Instant asked) {
        if (engine.lifecycle() != null) {
            @Nullable LifecycleNews news = driver == null ? null : driver.news();
            engine.lifecycle().tell(identity, news, standing, turn, outcome, asked);
        }
    }
}
