package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of an engine. What is only in its own memory is waited for, or aborted; what is in a store that was given to it goes on with
 * another engine.
 */
final class Closing {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());
    private static final long PATIENCE_SECONDS = 10;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int PAGE = 1_000;
    private static final Body CLOSED = new Body(null, null, null, "The engine was closed.");

    private final EngineCore engine;
    private final boolean own;
    private volatile boolean draining;

    /** @param own whether the store is the engine's own */
    Closing(EngineCore engine, boolean own) {
        this.engine = engine;
        this.own = own;
    }

    /** Whether no handler is begun any more. */
    boolean isDraining() {
        return draining;
    }

    /**
     * Refuses new executions, and ends the threads: with a store of its own after all executions have ended, otherwise after the handlers
     * that run have. When the time is up, or this thread is interrupted, executions of its own store are aborted, and others let go of.
     *
     * @param patience how long to wait, by the system's clock; null means without limit
     */
    void close(@Nullable Duration patience) {
        engine.gate().closing();
        boolean interrupted = own ? end(patience) : drain(patience);
        interrupted |= leave(interrupted);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of everything at once: nothing has any effect any more, and what a store was given for goes on elsewhere. */
    void shutdownNow() {
        engine.gate().close();
        engine.gate().forget();
        engine.wakeups().stop();
        draining = true;
        if (leave(false)) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives whether this thread was interrupted. */
    private boolean end(@Nullable Duration patience) {
        boolean interrupted = false;
        try {
            engine.gate().awaitEnd(patience);
        } catch (InterruptedException wantsToGo) {
            interrupted = true;
        }
        engine.gate().close();
        boolean ended = false;
        while (!ended) {
            try {
                ended = engine.gate().awaitEnd(Duration.ZERO);
                if (!ended) {
                    abort();
                    ended = engine.gate().awaitEnd(AGAIN);
                }
            } catch (InterruptedException wantsToGo) {
                interrupted = true;
            }
        }
        engine.wakeups().stop();
        return interrupted;
    }

    private void abort() {
        engine.residents().forEach(resident -> resident.tellUnheard(Kind.STOP, CLOSED));
        ExecutionQuery.@Nullable Cursor after = null;
        List<StoredExecution> page;
        do {
            page = engine.store().list(new ExecutionQuery(null, Status.RUNNING, null, null, null, false, after, PAGE));
            for (StoredExecution running : page) {
                engine.requests().tell(running.key(), Kind.STOP, CLOSED);
                after = new ExecutionQuery.Cursor(running.head().start(), running.key());
            }
        } while (page.size() == PAGE);
    }

    private boolean drain(@Nullable Duration patience) {
        engine.gate().close();
        engine.wakeups().stop();
        draining = true;
        try {
            engine.activity().awaitQuiet(patience);
            return false;
        } catch (InterruptedException wantsToGo) {
            return true;
        }
    }

    private boolean leave(boolean hurry) {
        engine.residents().forEach(EngineExecution::drop);
        try {
            engine.membership().leave();
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "The store could not be told that this engine leaves.", away);
        }
        engine.results().close();
        engine.polls().close();
        endThreads();
        return awaitThreads(hurry);
    }

    /** Ends the threads. */
    void endThreads() {
        engine.handlers().shutdownNow();
        engine.threads().shutdown();
        @Nullable SystemEnvironment environment = engine.ownEnvironment();
        if (environment != null) {
            environment.close();
        }
        @Nullable Lifecycle lifecycle = engine.lifecycle();
        if (lifecycle != null) {
            lifecycle.close();
        }
    }

    /** Waits for handlers that were cancelled and are slow to notice; a thread that was interrupted does not. */
    private boolean awaitThreads(boolean hurry) {
        @Nullable SystemEnvironment environment = engine.ownEnvironment();
        @Nullable Lifecycle lifecycle = engine.lifecycle();
        if (hurry) {
            return true;
        }
        try {
            boolean gone = engine.threads().awaitEnd(PATIENCE_SECONDS)
                    && engine.handlers().awaitEnd(PATIENCE_SECONDS)
                    && (environment == null || environment.awaitEnd(PATIENCE_SECONDS))
                    && (lifecycle == null || lifecycle.awaitEnd(PATIENCE_SECONDS));
            return !gone && Thread.interrupted();
        } catch (InterruptedException wantsToGo) {
            return true;
        }
    }
}
