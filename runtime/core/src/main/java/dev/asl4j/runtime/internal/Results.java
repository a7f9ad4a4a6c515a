package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who waits for the ends of executions. Of others nothing is kept. */
final class Results {
    private final EngineCore engine;
    private final ConcurrentHashMap<Long, CompletableFuture<Outcome>> awaited = new ConcurrentHashMap<>();

    Results(EngineCore engine) {
        this.engine = engine;
    }

    /** How an execution ends, or has ended. */
    CompletableFuture<Outcome> of(long key, @Nullable Fate fate) {
        @Nullable Outcome known = fate == null ? null : fate.outcome();
        if (known != null) {
            if (isLast(key, known)) {
                return completed(known);
            }
            return of(key, null); // it was redriven
        }
        CompletableFuture<Outcome> result = awaited.computeIfAbsent(key, any -> new PatientFuture<>(engine.handlers()));
        if (engine.residents().get(key) == null) { // asked after the line above: an end here cannot be missed
            known = fate == null ? null : fate.outcome();
            if (known != null) {
                complete(key, known);
            } else {
                look(key);
            }
        }
        return result;
    }

    /** Whether that is still how it ended: it may have been redriven. */
    private boolean isLast(long key, Outcome outcome) {
        return outcome.ending() == Outcome.Ending.SUCCEEDED
                || engine.store()
                        .get(key)
                        .map(StoredExecution::progress)
                        .filter(now -> now.redriveCount() > 0)
                        .isEmpty();
    }

    /** It has ended here. */
    void ended(long key, Outcome outcome, Runnable told) {
        @Nullable CompletableFuture<Outcome> waiting = awaited.remove(key);
        if (waiting == null) {
            told.run();
        } else { // what users hang on it must not hold up an engine's thread
            engine.inform(() -> {
                try {
                    waiting.complete(outcome);
                } finally {
                    told.run();
                }
            });
        }
    }

    /** It may have ended elsewhere. */
    void mayHaveEnded(long key) {
        if (awaited.containsKey(key)) {
            engine.threads().store(() -> look(key));
        }
    }

    /** Asks the store anew for all, as a new session does. */
    void lookAgain() {
        awaited.keySet().forEach(key -> {
            if (engine.residents().get(key) == null) {
                look(key);
            }
        });
    }

    /** Nobody here will know. */
    void close() {
        awaited.keySet().forEach(key -> {
            @Nullable CompletableFuture<Outcome> waiting = awaited.remove(key);
            if (waiting != null) {
                waiting.completeExceptionally(
                        new IllegalStateException("the engine was closed before the execution ended"));
            }
        });
    }

    private void look(long key) {
        Optional<StoredExecution> found = engine.store().get(key);
        if (found.isEmpty()) {
            @Nullable CompletableFuture<Outcome> waiting = awaited.remove(key);
            if (waiting != null) {
                engine.inform(() -> waiting.completeExceptionally(
                        new IllegalStateException("the execution is not in the store any more")));
            }
        } else if (found.get().progress().status() == Status.RUNNING) {
            engine.membership().watch(key);
        } else {
            complete(key, Outcome.of(found.get().progress()));
        }
    }

    private void complete(long key, Outcome outcome) {
        ended(key, outcome, () -> {});
    }

    private CompletableFuture<Outcome> completed(Outcome outcome) {
        CompletableFuture<Outcome> done = new PatientFuture<>(engine.handlers());
        done.complete(outcome);
        return done;
    }
}
