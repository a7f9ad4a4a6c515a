package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for the ends of executions. Of others nothing is kept. An execution that has ended may go on, so who asks is never given an end
 * that was known before he did, unless the store has it still.
 */
final class Results {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final EngineCore engine;
    private final boolean own;
    private final ConcurrentHashMap<Long, Waiting> awaited = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param own whether the store is the engine's own, so that nobody else ends its executions */
    Results(EngineCore engine, boolean own) {
        this.engine = engine;
        this.own = own;
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
        Waiting waiting = awaited.compute(key, (any, before) -> new Waiting(future(), before));
        @Nullable
        EngineExecution here = engine.residents().get(key); // after the line above: an end here cannot be missed
        if (here == null || here.fate().outcome() != null) {
            known = fate == null ? null : fate.outcome();
            if (known != null) {
                complete(key, waiting, known, () -> {});
            } else {
                look(key);
            }
        }
        if (closed) {
            close();
        }
        return waiting.future;
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
        @Nullable Waiting waiting = awaited.get(key);
        if (waiting == null) {
            told.run();
        } else {
            complete(key, waiting, outcome, told);
        }
    }

    /** It may have ended elsewhere. */
    void mayHaveEnded(long key) {
        if (awaited.containsKey(key)) {
            engine.threads().store(() -> {
                try {
                    look(key);
                } catch (StoreException away) {
                    engine.environment().schedule(engine.environment().now().plus(AGAIN), () -> mayHaveEnded(key));
                }
            });
        }
    }

    /** It has left memory and goes on: perhaps elsewhere, where nobody knows who waits here. */
    void left(long key) {
        if (!own && awaited.containsKey(key)) {
            engine.membership().watch(key);
        }
    }

    /** Asks the store anew for all, as a new session does. */
    void lookAgain() {
        awaited.keySet().forEach(key -> {
            if (engine.residents().get(key) == null) {
                mayHaveEnded(key);
            }
        });
    }

    /** Nobody here will know. */
    void close() {
        closed = true;
        awaited.keySet().forEach(key -> {
            @Nullable Waiting waiting = awaited.remove(key);
            if (waiting != null) {
                waiting.fail("the engine was closed before the execution ended");
            }
        });
    }

    /** Asks the store, for those who wait by now. */
    private void look(long key) {
        @Nullable Waiting waiting = awaited.get(key);
        if (waiting == null) {
            return;
        }
        Optional<StoredExecution> found = engine.store().get(key);
        if (found.isEmpty()) {
            forget(key, waiting);
            engine.inform(() -> waiting.fail("the execution is not in the store any more"));
        } else if (found.get().progress().status() == Status.RUNNING) {
            engine.membership().watch(key);
        } else {
            complete(key, waiting, Outcome.of(found.get().progress()), () -> {});
        }
    }

    /** What users hang on it must not hold up an engine's thread. */
    private void complete(long key, Waiting waiting, Outcome outcome, Runnable told) {
        forget(key, waiting);
        engine.tell(() -> {
            try {
                waiting.complete(outcome);
            } finally {
                told.run();
            }
        });
    }

    /** Leaves those who came later. */
    private void forget(long key, Waiting waiting) {
        awaited.computeIfPresent(key, (any, all) -> all.without(waiting));
    }

    private CompletableFuture<Outcome> completed(Outcome outcome) {
        CompletableFuture<Outcome> done = future();
        done.complete(outcome);
        return done;
    }

    private CompletableFuture<Outcome> future() {
        return new PatientFuture<>(engine.handlers());
    }

    /** Somebody who waits for the end of an execution, and those who came before him. */
    private record Waiting(
            CompletableFuture<Outcome> future, @Nullable Waiting before) {
        void complete(Outcome outcome) {
            for (@Nullable Waiting one = this; one != null; one = one.before) {
                one.future.complete(outcome);
            }
        }

        void fail(String why) {
            for (@Nullable Waiting one = this; one != null; one = one.before) {
                one.future.completeExceptionally(new IllegalStateException(why));
            }
        }

        /** Those who came after him; null if there are none. */
        @Nullable
        Waiting without(Waiting gone) {
            ArrayDeque<Waiting> later = new ArrayDeque<>();
            @Nullable Waiting one = this;
            while (one != null && one.future != gone.future) {
                later.push(one);
                one = one.before;
            }
            if (one == null) {
                return this; // he has gone before
            }
            @Nullable Waiting left = null;
            while (!later.isEmpty()) {
                left = new Waiting(later.pop().future, left);
            }
            return left;
        }
    }
}
