package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Size: the life of a call: begun, signed for, answered, cancelled, and taken up again.

/** One call of a handler: an effect in flight. */
final class TaskAttempt implements Pending {
    private final RunningFrame frame;
    private final int serial;
    private final Effect.Call call;
    private final Environment environment;
    private final Host host;
    private final HandlerContext context;
    private final @Nullable TaskInterceptor interceptor;
    private final boolean limited;
    private final boolean waiting;
    private final @Nullable String activity;
    private final @Nullable Token token;

    private final Timers timers = new Timers();
    private volatile @Nullable Instant lastSign; // null as long as none is awaited
    private volatile boolean cancelled;
    private @Nullable Thread worker; // guarded by this
    private @Nullable CompletableFuture<JsonNode> stage; // guarded by this

    private final Driver driver; // as all below, of its turns
    private final long scheduled;
    private @Nullable Instant due;
    private int delivery = 1;
    private boolean taken;
    private boolean submitted;
    private boolean handlerDone;
    private Message.@Nullable Answered answer;
    private volatile long child; // the execution whose end it waits for; written on turns
    private boolean childIsFar;
    private volatile boolean dropped;

    /**
     * An attempt that the frame is blocked on from now on.
     *
     * @param scheduled id of the event by which it was scheduled
     * @param due when it times out; null means never, or not before a worker has taken it
     * @param activity whose workers ask for it; null if it has a handler
     */
    TaskAttempt(
            RunningFrame frame,
            Effect.Call call,
            Driver driver,
            long scheduled,
            @Nullable Instant due,
            @Nullable String activity) {
        this.frame = frame;
        this.call = call;
        this.driver = driver;
        this.scheduled = scheduled;
        this.due = due;
        this.activity = activity;
        host = driver.host();
        environment = driver.environment();
        @Nullable Instant deadline = driver.budget().earlier(due);
        context = new HandlerContext(this, driver.identity(), host, frame, deadline);
        interceptor = driver.settings().interceptor();
        limited = deadline != null || call.heartbeatSeconds() > 0;
        lastSign = call.heartbeatSeconds() > 0 ? environment.now() : null;
        waiting = activity != null || frame.waitsForToken();
        handlerDone = activity != null;
        token = waiting || frame.visit().isTokenDrawn() ? new Token(frame.view().taskToken(), this, host) : null;
        serial = frame.block(this);
    }

    /** As it was when it was stored. */
    void restore(JsonNode detail) {
        delivery = Math.max(1, Notes.count(detail, Notes.DELIVERY));
        taken = Notes.flag(detail, Notes.TAKEN);
        submitted = Notes.flag(detail, Notes.SUBMITTED);
        child = Notes.number(detail, Notes.CHILD);
        handlerDone = activity != null || Notes.flag(detail, Notes.HANDLED);
        @Nullable Instant sign = Notes.instant(detail, Notes.SIGN);
        lastSign = sign == null ? lastSign : sign;
        answer = Message.Answered.read(this, detail.get(Notes.ANSWER));
    }

    @Override
    public void note(ObjectBuilder detail) {
        Notes.set(detail, Notes.SCHEDULED, scheduled);
        Notes.set(detail, Notes.DELIVERY, delivery > 1 ? delivery : 0);
        Notes.set(detail, Notes.CHILD, child);
        Notes.set(detail, Notes.DUE, due);
        Notes.set(detail, Notes.SIGN, lastSign);
        Notes.set(detail, Notes.POLLED, activity);
        Notes.set(detail, Notes.TAKEN, taken);
        Notes.set(detail, Notes.SUBMITTED, submitted);
        Notes.set(detail, Notes.HANDLED, handlerDone && activity == null);
        if (answer != null) {
            detail.set(Notes.ANSWER, answer.note());
        }
    }

    @Override
    public StoredFrame.Phase phase() {
        return StoredFrame.Phase.TASK;
    }

    @Override
    public void resume() {
        driver.tasks().resume(this);
    }

    @Override
    public boolean isHeld() {
        return !handlerDone && !childIsFar;
    }

    @Override
    public @Nullable Instant wake() {
        @Nullable Instant sign = awaitsSigns() ? nextSign() : null;
        return sign == null || (due != null && due.isBefore(sign)) ? due : sign;
    }

    @Override
    public TaskAttempt attempt() {
        return this;
    }

    @Override
    public @Nullable String activity() {
        return taken ? null : activity;
    }

    /** Whether a sign of life has to come within some time. */
    boolean awaitsSigns() {
        return call.heartbeatSeconds() > 0 && (activity == null || taken);
    }

    /** Id of the event by which it was scheduled. */
    long scheduled() {
        return scheduled;
    }

    /** When it times out; null means never. */
    @Nullable
    Instant due() {
        return due;
    }

    /** How often the handler has been called for it, this time included. */
    int delivery() {
        return delivery;
    }

    /** The handler is to be called once more: nobody knows what became of the last time. */
    void deliverAgain() {
        delivery++;
        sign();
    }

    /** A worker has taken it: its time begins. */
    void taken(@Nullable Instant due) {
        taken = true;
        this.due = due;
        sign();
    }

    /** Whether a handler is to be called, and is not done. */
    boolean isToBeHandled() {
        return !handlerDone;
    }

    RunningFrame frame() {
        return frame;
    }

    int serial() {
        return serial;
    }

    Effect.Call call() {
        return call;
    }

    Timers timers() {
        return timers;
    }

    /** Whether the handler's result is only a first answer, and that to the token is the task's. */
    boolean isWaiting() {
        return waiting;
    }

    /** The token, if anybody knows of it. */
    @Nullable
    Token token() {
        return token;
    }

    /** A sign of life. */
    void sign() {
        if (lastSign != null) {
            lastSign = environment.now();
        }
    }

    /** When the next sign of life is due. */
    Instant nextSign() {
        return Objects.requireNonNull(lastSign).plusSeconds(call.heartbeatSeconds());
    }

    boolean isLimited() {
        return limited;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the service takes the job on now: once for resources that submit, never for others. */
    boolean submit() {
        boolean first = !submitted && call.task().isJob();
        submitted = true;
        return first;
    }

    // ---- for a token, where the handler's end and the answer may come in either order

    boolean isHandlerDone() {
        return handlerDone;
    }

    /** The handler is done; gives the answer that came before. */
    Message.@Nullable Answered handlerDone() {
        handlerDone = true;
        Message.@Nullable Answered came = answer;
        answer = null;
        return came;
    }

    boolean isAnswered() {
        return answer != null;
    }

    void answer(Message.Answered answer) {
        this.answer = answer;
    }

    // ---- the work

    /**
     * Runs the handler on this thread; never throws.
     *
     * @param done gets the message about it, on this thread, which has nothing more to do for the handler
     * @param late gets it instead, on whatever thread, if the handler gave a stage
     */
    void perform(Consumer<Message.TaskDone> done, Consumer<Message.TaskDone> late) {
        synchronized (this) {
            if (cancelled) {
                done.accept(new Message.TaskDone(this, null, null));
                return;
            }
            worker = Thread.currentThread();
        }
        Message.@Nullable TaskDone message = null;
        @Nullable CompletableFuture<JsonNode> begun = null;
        try {
            if (interceptor != null) {
                begun = interceptor
                        .intercept(call.input(), context, this::handle)
                        .toCompletableFuture();
            } else if (call.task().isAsync()) {
                begun = call.task().invokeAsync(call.input(), context, environment);
            } else {
                message = succeeded(call.task().invoke(call.input(), context, environment));
            }
        } catch (Throwable thrown) { // whatever a handler throws is the task's failure, never the engine's
            message = failed(thrown);
        } finally {
            synchronized (this) {
                worker = null;
            }
        }
        if (message != null) {
            done.accept(message);
        } else if (begun != null) {
            await(begun, late);
        }
    }

    /** The handler is running on that thread. */
    synchronized void isPerformedBy(Thread thread) {
        worker = thread;
    }

    /**
     * That handler is over.
     *
     * @return whether it was cancelled, so that the thread may have been interrupted for its sake
     */
    synchronized boolean isOver() {
        worker = null;
        return cancelled;
    }

    /** The handler behind an interceptor. */
    private CompletionStage<JsonNode> handle() {
        try {
            return call.task().isAsync()
                    ? call.task().invokeAsync(call.input(), context, environment)
                    : CompletableFuture.completedFuture(call.task().invoke(call.input(), context, environment));
        } catch (Throwable thrown) { // as without an interceptor
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private void await(CompletableFuture<JsonNode> begun, Consumer<Message.TaskDone> done) {
        boolean late;
        synchronized (this) {
            late = cancelled;
            stage = begun;
        }
        if (late) {
            begun.cancel(true);
        }
        CompletionStage<JsonNode> end = begun;
        end.whenComplete((result, thrown) -> done.accept(thrown == null ? succeeded(result) : failed(thrown)));
    }

    private Message.TaskDone succeeded(JsonNode result) {
        try {
            return new Message.TaskDone(this, call.task().frozen(result), null);
        } catch (Throwable noJson) { // a foreign tree may throw anything; the execution must hear of it all the same
            return failed(noJson);
        }
    }

    private Message.TaskDone failed(Throwable thrown) {
        return new Message.TaskDone(this, null, HandlerFailure.of(thrown));
    }

    // ---- the execution that it has started and waits for

    /** It waits for the end of that execution; at first in memory. */
    void awaits(long child) {
        this.child = child;
        childIsFar = false;
    }

    /** Key of that execution; 0 if there is none, or it is not known. */
    long child() {
        return child;
    }

    /** Whether the end is not to be expected soon: it is then no reason to stay in memory. When it comes, the handler is called again. */
    void childIsFar(boolean far) {
        childIsFar = far;
    }

    /** Whether it was left as it was, for others. */
    boolean isDropped() {
        return dropped;
    }

    /** The execution it waits for is to end as well. */
    @Override
    public void abandon() {
        if (child != 0) {
            driver.send(child, StoredMessage.Kind.STOP, StoredMessage.Body.NONE);
        }
    }

    @Override
    public void drop() {
        dropped = true;
        cancel();
    }

    @Override
    public void cancel() {
        close();
        @Nullable CompletableFuture<JsonNode> open;
        synchronized (this) {
            cancelled = true;
            if (worker != null) {
                worker.interrupt();
            }
            open = stage;
        }
        if (open != null) {
            open.cancel(true);
        }
    }

    /** The result is there: whatever still runs, for a job whose token was answered first, is of no use. */
    void end() {
        if (waiting || token == null) {
            close();
        } else {
            cancel();
        }
    }

    /** No timer and no token counts any more. */
    void close() {
        timers.cancel();
        if (token != null) {
            token.close();
        }
    }

    @Override
    public String toString() {
        return context.toString();
    }
}
