package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call of a handler: an effect in flight, and what the handler may ask about it. */
final class TaskAttempt implements TaskContext, Pending {
    private final RunningFrame frame;
    private final int serial;
    private final Effect.Call call;
    private final Identity identity;
    private final Environment environment;
    private final String stateName;
    private final int attempt;
    private final @Nullable Instant deadline;

    private final Timers timers = new Timers();
    private volatile Instant lastSign;
    private volatile boolean cancelled;
    private @Nullable Thread worker; // guarded by this

    /** An attempt that the frame is blocked on from now on. */
    TaskAttempt(RunningFrame frame, Effect.Call call, Driver driver, @Nullable Instant deadline, Instant now) {
        this.frame = frame;
        this.call = call;
        this.deadline = deadline;
        identity = driver.identity();
        environment = driver.environment();
        stateName = frame.stateName();
        attempt = frame.retryCount();
        lastSign = now;
        serial = frame.block(this);
    }

    RunningFrame frame() {
        return frame;
    }

    int serial() {
        return serial;
    }

    Timers timers() {
        return timers;
    }

    /** When the next sign of life is due. */
    Instant nextSign() {
        return lastSign.plusSeconds(call.heartbeatSeconds());
    }

    boolean isLimited() {
        return deadline != null || call.heartbeatSeconds() > 0;
    }

    /** Runs the handler on this thread and gives the message about it; never throws. */
    Message.TaskDone perform() {
        synchronized (this) {
            if (cancelled) {
                return new Message.TaskDone(this, null, null);
            }
            worker = Thread.currentThread();
        }
        try {
            JsonNode result = Json.freeze(call.task().invoke(call.input(), this, environment));
            return new Message.TaskDone(this, result, null);
        } catch (Throwable thrown) { // whatever a handler throws is the task's failure, never the engine's
            return new Message.TaskDone(this, null, HandlerFailure.of(thrown));
        } finally {
            synchronized (this) {
                worker = null;
            }
        }
    }

    @Override
    public void cancel() {
        timers.cancel();
        synchronized (this) {
            cancelled = true;
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    @Override
    public String resource() {
        return call.task().resource();
    }

    @Override
    public String executionId() {
        return identity.id();
    }

    @Override
    public String executionName() {
        return identity.name();
    }

    @Override
    public String stateName() {
        return stateName;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public @Nullable Instant deadline() {
        return deadline;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void heartbeat() {
        lastSign = environment.now();
    }

    @Override
    public String toString() {
        return "TaskContext[" + resource() + ", " + stateName + ", attempt " + attempt + "]";
    }
}
