package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.task.TaskContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution of an engine: a mailbox, and a driver that takes its turns on the engine's threads. */
public final class EngineExecution implements Host, Runnable {
    /** Turns in a row, so that much news, of ended children above all, costs little. */
    private static final int MOST_TURNS = 16;

    /** The execution whose turn this thread is taking, listeners included. */
    private static final ThreadLocal<@Nullable EngineExecution> IN_TURN = new ThreadLocal<>();

    private final EngineCore engine;
    private final Identity identity;
    private final ConcurrentLinkedQueue<Message> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final CompletableFuture<Outcome> result = new CompletableFuture<>();
    private final Map<String, StoredMapRun> mapRuns = new LinkedHashMap<>(); // guarded by itself
    private final Map<Long, EngineExecution> children = new ConcurrentHashMap<>();
    private final AtomicLong lastChild = new AtomicLong();
    private final @Nullable Consumer<Outcome> parent;

    /** Held during a turn; fair, so that a description waits for one turn at most. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private @Nullable Driver driver; // guarded by turn; null once ended
    private @Nullable Outcome outcome; // guarded by turn

    /** @param parent who is told of the end, if it is a child of another execution */
    EngineExecution(EngineCore engine, StateMachine machine, Identity identity, @Nullable Consumer<Outcome> parent) {
        this.engine = engine;
        this.identity = identity;
        this.parent = parent;
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

    /** Who is told of its end; null if it is nobody's child. */
    @Nullable
    Consumer<Outcome> parent() {
        return parent;
    }

    /** Its Map Runs, in the order in which they started; not those of its children. */
    public List<StoredMapRun> mapRuns() {
        synchronized (mapRuns) {
            return List.copyOf(mapRuns.values());
        }
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

    /**
     * Ends it, if it has not ended: when this returns, it has; inside a turn, from a listener, soon after. There it must not wait for the
     * turn of another execution, whose listener may want to end this one.
     */
    public void stop(@Nullable String error, @Nullable String cause) {
        if (IN_TURN.get() != null) {
            post(new Message.Stop(error, cause));
            return;
        }
        @Nullable Outcome ended;
        turn.lock();
        IN_TURN.set(this);
        try {
            ended = takeTurn(new Message.Stop(error, cause));
        } finally {
            IN_TURN.remove();
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

    @Override
    public long key() {
        return 0;
    }

    @Override
    public @Nullable ExecutionStore store() {
        return null;
    }

    @Override
    public long start(StateMachine machine, Identity identity, ChildPlace place, Runnable stored) {
        long key = lastChild.incrementAndGet();
        children.put(key, engine.startChild(machine, identity, outcome -> {
            post(new Message.ChildEnded(place.mapRun(), place.position(), key, outcome));
        }));
        return key;
    }

    @Override
    public void stop(long child) {
        EngineExecution running = children.get(child);
        if (running != null) {
            running.post(new Message.Stop(null, null));
        }
    }

    @Override
    public void work(Runnable work) {
        engine.activity().work(work, engine.handlers());
    }

    @Override
    public void changed(StoredMapRun run) {
        synchronized (mapRuns) {
            mapRuns.put(run.arn(), run);
        }
        engine.mapRuns().add(run);
    }

    /** Takes a turn for each of some messages, if there are any; on a thread of the engine. */
    @Override
    public void run() {
        int taken = 0;
        @Nullable Outcome ended = null;
        turn.lock();
        IN_TURN.set(this);
        try {
            @Nullable Message message = mailbox.poll();
            while (message != null) {
                taken++;
                @Nullable Outcome endedNow = takeTurn(message);
                ended = endedNow == null ? ended : endedNow;
                message = taken < MOST_TURNS ? mailbox.poll() : null;
            }
        } finally {
            IN_TURN.set(null);
            turn.unlock();
        }
        if (ended != null) {
            engine.ended(this, ended);
        }
        scheduled.set(false);
        if (!mailbox.isEmpty()) {
            schedule();
        }
        for (; taken > 0; taken--) {
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
            driver.breakOff();
            outcome = driver.outcome(); // if it had ended, it ended as its history says
            if (outcome == null) {
                outcome = brokenOff(thrown);
            }
        }
        if (outcome != null) {
            driver = null;
        }
        return outcome;
    }

    private Outcome brokenOff(Throwable thrown) {
        Failure failure = new Failure(ErrorNames.RUNTIME, "The execution broke off: " + thrown, false, thrown);
        return new Outcome(Ending.FAILED, null, failure, engine.environment().now());
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
