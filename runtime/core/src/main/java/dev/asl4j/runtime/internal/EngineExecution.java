package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.task.TaskContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One execution of an engine: a mailbox, and a driver that takes its turns on the engine's threads. */
public final class EngineExecution implements Host, Runnable {
    private final EngineCore engine;
    private final Identity identity;
    private final ConcurrentLinkedQueue<Message> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final CompletableFuture<Outcome> result = new CompletableFuture<>();

    /** Held during a turn; fair, so that a description waits for one turn at most. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private @Nullable Driver driver; // guarded by turn; null once ended
    private @Nullable Outcome outcome; // guarded by turn

    EngineExecution(EngineCore engine, StateMachine machine, Identity identity) {
        this.engine = engine;
        this.identity = identity;
        driver = new Driver(machine, identity, engine.environment(), engine.settings(), this);
    }

    /** What stays the same. */
    public Identity identity() {
        return identity;
    }

    /** Completed when it has ended, on a handler thread. */
    public CompletableFuture<Outcome> result() {
        return result;
    }

    /** How it stands at one moment, between two turns. */
    public Snapshot snapshot() {
        turn.lock();
        try {
            List<Snapshot.Position> positions = driver == null ? List.of() : Snapshot.positions(driver);
            return new Snapshot(positions, outcome);
        } finally {
            turn.unlock();
        }
    }

    /** Ends it, if it has not ended: when this returns, it has; inside a turn of its own, from a listener, soon after. */
    public void stop(@Nullable String error, @Nullable String cause) {
        if (turn.isHeldByCurrentThread()) {
            post(new Message.Stop(error, cause));
            return;
        }
        @Nullable Outcome ended;
        turn.lock();
        try {
            ended = takeTurn(new Message.Stop(error, cause));
        } finally {
            turn.unlock();
        }
        if (ended != null) {
            engine.ended(this, ended);
        }
    }

    /** Whether it has not ended, and was started with this input. */
    boolean isRunningWith(JsonNode input) {
        return !result.isDone()
                && snapshot().outcome() == null
                && identity.input().equals(input);
    }

    @Override
    public void post(Message message) {
        engine.activity().begin();
        mailbox.add(message);
        schedule();
    }

    @Override
    public void launch(TaskAttempt attempt) {
        engine.activity().launch(attempt, engine.handlers(), this);
    }

    @Override
    public void open(Token token) {
        engine.tokens().open(token);
    }

    @Override
    public void close(Token token) {
        engine.tokens().close(token);
    }

    @Override
    public CompletableFuture<JsonNode> startExecution(TaskContext task, JsonNode parameters) {
        return engine.nested().start(task, parameters);
    }

    /** Takes a turn, if there is a message; on a thread of the engine. */
    @Override
    public void run() {
        int taken = 0;
        @Nullable Outcome ended = null;
        turn.lock();
        try {
            @Nullable Message message = mailbox.poll();
            if (message != null) {
                taken = 1;
                ended = takeTurn(message);
            }
        } finally {
            turn.unlock();
        }
        if (ended != null) {
            engine.ended(this, ended);
        }
        scheduled.set(false);
        if (!mailbox.isEmpty()) {
            schedule();
        }
        if (taken > 0) {
            engine.activity().end();
        }
    }

    /** One turn; gives the outcome if it ended in it. */
    private @Nullable Outcome takeTurn(Message message) {
        if (driver == null) {
            return null;
        }
        try {
            driver.take(message);
            if (driver.run()) {
                post(new Message.Continue());
            }
            driver.commit();
            outcome = driver.outcome();
        } catch (Throwable thrown) { // no fault in one execution may stop the others
            Failure failure = new Failure(ErrorNames.RUNTIME, "The execution broke off: " + thrown, false, thrown);
            outcome = new Outcome(
                    Ending.FAILED, null, failure, engine.environment().now());
        }
        if (outcome != null) {
            driver = null;
        }
        return outcome;
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true) && !engine.enqueue(this)) {
            scheduled.set(false); // the engine is closed, and this execution has ended
            while (mailbox.poll() != null) {
                engine.activity().end();
            }
        }
    }
}
