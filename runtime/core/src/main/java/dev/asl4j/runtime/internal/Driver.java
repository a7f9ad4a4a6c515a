package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.StateMachine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// Size: one turn from its messages to its effects, and what becomes of both when it breaks off.

/**
 * Interprets the protocol for one execution, as an actor. A turn of it: the host delivers messages, then {@link #run}
 * runs the frames until all are blocked or the slice is used up, then {@link #commit} hands out the effects. One thread
 * at a time; the host sees to that.
 */
final class Driver {
    /** Transitions until a turn is cut, so that other executions, stops and timers get theirs. */
    private static final int SLICE = 512;

    private final StateMachine machine;
    private final Identity identity;
    private final Environment environment;
    private final Settings settings;
    private final Host host;
    private final Quotas quotas;
    private final History history;
    private final @Nullable LifecycleNews news;
    private final ContextObject context;
    private final FrameTree tree;
    private final Interpreter interpreter;
    private final TaskCalls tasks;
    private final Waits waits;

    private final ArrayDeque<RunningFrame> ready = new ArrayDeque<>();
    private final Budget budget;
    private List<Runnable> effects = new ArrayList<>();
    private int waiting;
    private @Nullable Outcome outcome;

    Driver(StateMachine machine, Identity identity, Environment environment, Settings settings, Host host) {
        this.machine = machine;
        this.identity = identity;
        this.environment = environment;
        this.settings = settings;
        this.host = host;
        quotas = new Quotas(settings.limits(), identity);
        @Nullable HistoryListener listener = settings.history();
        news = settings.lifecycle().isEmpty() ? null : new LifecycleNews(identity, environment);
        history = new History(
                identity,
                quotas,
                settings.listener(),
                listener == null ? null : new EventWriter(identity, environment, listener, settings.workerName()),
                news);
        context = new ContextObject(identity);
        RunningFrame root = new RunningFrame(this, null, 0, machine.main(), identity.input());
        tree = new FrameTree(root);
        interpreter = new Interpreter(this);
        budget = new Budget(identity.start(), machine.timeoutSeconds());
        tasks = new TaskCalls(this, environment, host);
        waits = new Waits(this, environment, host);
    }

    // ---- the turn

    /**
     * Runs what is ready.
     *
     * @return whether the slice is used up and frames are still ready
     */
    boolean run() {
        int left = SLICE;
        @Nullable RunningFrame frame = nextReady();
        while (frame != null) {
            if (left-- == 0) {
                ready.addFirst(frame);
                return true;
            }
            RunningFrame current = frame;
            frame = interpreter.step(current);
            if (isDoomed(current)) {
                return false;
            }
            if (frame == null) {
                frame = nextReady();
            }
        }
        return false;
    }

    /** Takes in what a message says. */
    void take(Message message) {
        message.deliver(this);
        isDoomed(tree.root());
    }

    private boolean isDoomed(RunningFrame current) {
        @Nullable Failure doom = quotas.doom();
        if (doom != null) {
            end(current, new Outcome(Ending.FAILED, null, doom, environment.now()));
        }
        return doom != null;
    }

    /** The place where a store makes the turn durable; then its effects start. */
    void commit() {
        if (effects.isEmpty()) {
            return;
        }
        List<Runnable> committed = effects;
        effects = new ArrayList<>();
        int started = 0;
        try {
            while (started < committed.size()) {
                committed.get(started++).run();
            }
        } catch (Throwable fault) { // the rest is for breakOff
            effects.addAll(committed.subList(started, committed.size()));
            throw fault;
        }
    }

    /** After a fault in a turn: nothing may go on running, and no token and no timer may stay. */
    void breakOff() {
        List<Runnable> left = effects;
        effects = new ArrayList<>();
        abandonAll(); // first, so that what is left starts nothing
        effects.addAll(left);
        while (!effects.isEmpty()) {
            try {
                commit();
            } catch (Throwable another) {
                // one fault is enough to tell of
            }
        }
    }

    /** How it ended; null while it runs. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Whether nothing else can happen before that attempt is done. */
    boolean waitsOnlyFor(TaskAttempt attempt) {
        return waiting == 1
                && budget.deadline() == null
                && ready.isEmpty()
                && attempt.frame().isBlockedOn(attempt.serial());
    }

    // ---- messages

    void start() {
        history.executionStarted();
        effects.add(() -> budget.begin(environment, host));
        tree.root().start(machine.main(), 0, null, identity.input());
        ready.add(tree.root());
    }

    void outOfTime() {
        @Nullable Instant deadline = budget.deadline();
        if (deadline != null) {
            end(tree.root(), new Outcome(Ending.TIMED_OUT, null, Failure.TIMEOUT, deadline));
        }
    }

    void stop(@Nullable String error, @Nullable String cause) {
        end(tree.root(), new Outcome(Ending.ABORTED, null, Failure.of(error, cause), environment.now()));
    }

    // ---- effects

    void ready(RunningFrame frame) {
        ready.add(frame);
    }

    /** A frame is blocked; what it waits for begins after the commit. */
    void blocked(Runnable effect) {
        waiting++;
        effects.add(effect);
    }

    void afterCommit(Runnable effect) {
        effects.add(effect);
    }

    /** An error at a frame that was blocked. */
    void failed(RunningFrame frame, Failure failure) {
        @Nullable RunningFrame next = interpreter.failed(frame, failure);
        if (next != null) {
            ready.add(next);
        }
    }

    /** A Map Run failed at a frame. */
    void mapFailed(RunningFrame frame, Failure failure) {
        @Nullable RunningFrame next = interpreter.mapFailed(frame, failure);
        if (next != null) {
            ready.add(next);
        }
    }

    /** The error that generated code or data access threw at a frame that is blocked. */
    Failure failure(RunningFrame frame, Throwable thrown) {
        return interpreter.failure(frame, thrown);
    }

    /** Starts a Map Run, on which the frame is blocked. */
    void distribute(RunningFrame frame, Distribution distribution) {
        new ChildExecutions(this, host, frame, distribution).begin();
    }

    // ---- what frames and hosts ask

    Identity identity() {
        return identity;
    }

    Environment environment() {
        return environment;
    }

    Budget budget() {
        return budget;
    }

    Quotas quotas() {
        return quotas;
    }

    Settings settings() {
        return settings;
    }

    StateMachine machine() {
        return machine;
    }

    History history() {
        return history;
    }

    /** What the lifecycle listener is to hear; null if there is none. */
    @Nullable
    LifecycleNews news() {
        return news;
    }

    ContextObject context() {
        return context;
    }

    TaskCalls tasks() {
        return tasks;
    }

    Waits waits() {
        return waits;
    }

    FrameTree tree() {
        return tree;
    }

    // ---- bookkeeping

    /**
     * Ends the execution, if it has not ended.
     *
     * @param frame where it ended
     */
    void end(RunningFrame frame, Outcome ending) {
        if (outcome != null) {
            return;
        }
        outcome = ending;
        history.executionEnded(frame, ending);
        abandonAll();
    }

    private void abandonAll() {
        for (RunningFrame running : tree.live()) {
            abandonPending(running);
            running.kill();
        }
        ready.clear();
        effects.add(budget::cancel);
    }

    /** Whatever runs inside the frame does not count any more. */
    void abandonChildren(RunningFrame frame) {
        for (RunningFrame running : tree.inside(frame)) {
            history.stateAborted(running);
            if (running.isIteration()) {
                history.iterationEnded(running, HistoryEventType.MAP_ITERATION_ABORTED);
            }
            abandonPending(running);
            running.kill();
        }
        frame.children(null);
    }

    private void abandonPending(RunningFrame frame) {
        @Nullable Pending pending = frame.pending();
        if (pending != null) {
            waiting--;
            effects.add(pending::cancel);
        }
    }

    /** Whether a message of that serial is wanted; if so the frame is no longer blocked. */
    boolean unblock(RunningFrame frame, int serial) {
        boolean wanted = frame.unblock(serial);
        if (wanted) {
            waiting--;
        }
        return wanted;
    }

    private @Nullable RunningFrame nextReady() {
        @Nullable RunningFrame frame = ready.poll();
        while (frame != null && !frame.isLive()) {
            frame = ready.poll();
        }
        return frame;
    }
}
