package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The handlers that one turn of an execution in an engine calls itself, on the thread that takes it: of tasks that are known to be quick,
 * if nothing would survive this process anyhow. If one of them lasts, another thread goes on with the turn, and this one is a handler's.
 */
final class TurnCalls implements Guard.Caller {
    /** Calls in one turn: then others have theirs, and whoever looks at the execution sees how far it has come. */
    private static final int MOST = 64;

    private static final ThreadLocal<@Nullable TurnCalls> HERE = new ThreadLocal<>();

    private final EngineCore engine;
    private final EngineExecution execution;
    private final Thread thread = Thread.currentThread();
    private @Nullable Guard guard; // null before the first one
    private Handlers.@Nullable Place place;
    private @Nullable Activity outer;
    private int left = MOST;
    private boolean isReplaced;
    private boolean stays;

    /** On the thread that takes the turn; none so far. */
    TurnCalls(EngineCore engine, EngineExecution execution) {
        this.engine = engine;
        this.execution = execution;
    }

    /**
     * Somebody on this thread is about to look at an execution. If it is one of the handlers of that execution's turn, the turn goes on
     * elsewhere, and is durable before this returns.
     */
    static void standAside(String machine, String name) {
        @Nullable TurnCalls here = HERE.get();
        if (here != null && here.isOf(machine, name)) {
            here.standAside();
        }
    }

    private boolean isOf(String machine, String name) {
        Identity identity = execution.identity();
        return identity.machine().equals(machine) && identity.name().equals(name);
    }

    private void standAside() {
        @Nullable Guard here = guard;
        @Nullable PlainCall call = here == null ? null : here.current();
        if (here != null && call != null) {
            here.leave(call);
            if (call.becoming() != null) {
                CompletableFuture<Answer> durable = new CompletableFuture<>();
                execution.post(new Mail(new Message.Continue(), 0, new Mail.Asked(durable, null)));
                engine.requests().await(durable);
            }
        }
    }

    /** By whom the next one may be called; null if it may not. */
    @Nullable
    Guard guard() {
        if (left == 0 || execution.isDropped() || !engine.isLaunching()) {
            return null;
        }
        left--;
        return guard == null ? begin() : guard;
    }

    private @Nullable Guard begin() {
        Handlers.@Nullable Place taken = engine.handlers().takePlace();
        if (taken == null) {
            left = 0;
            return null;
        }
        place = taken;
        TurnThread.pause(); // a handler may wait for turns, this one included
        outer = engine.activity().enter();
        Guard here = Guard.take(this);
        guard = here;
        HERE.set(this);
        return here;
    }

    /** The turn is over, or the handler is that lasted. */
    void end() {
        if (guard == null) {
            return;
        }
        guard.giveBack();
        HERE.remove();
        Activity.leave(outer);
        if (isReplaced) {
            engine.threads().back();
        }
        if (place != null) {
            place.giveBack();
        }
    }

    @Override
    public void leave(PlainCall call) {
        isReplaced = place != null && !place.isHandlerThread();
        engine.activity().begin(); // the handler is a unit of its own now
        Throwable noThread;
        try {
            if (isReplaced) {
                engine.threads().standIn();
            }
            if (engine.threads().turn(() -> execution.goOn(call, thread))) {
                return;
            }
            thread.interrupt();
            noThread = new RejectedExecutionException("the engine is closed");
        } catch (OutOfMemoryError none) {
            noThread = none;
        }
        stays = true; // before the handler's thread can hear of it
        engine.activity().end();
        call.lasts().completeExceptionally(noThread);
    }

    @Override
    public boolean isOverElsewhere(PlainCall call, @Nullable JsonNode result, @Nullable Failure failure) {
        @Nullable TaskAttempt attempt = call.becoming();
        if (stays) {
            return false;
        }
        boolean cancelled = attempt == null || attempt.isOver();
        Thread.interrupted(); // meant for the handler
        if (attempt != null && !cancelled) {
            execution.post(new Mail(new Message.TaskDone(attempt, result, failure), 0, null));
        }
        engine.activity().end();
        return true;
    }
}
