package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Catcher;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.StateMachine;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interprets the protocol for one execution, as an actor. A turn of it: the host delivers messages, then {@link #run}
 * runs the frames until all are blocked or the slice is used up, then {@link #commit} hands out the effects. One thread
 * at a time; the host sees to that.
 */
final class Driver {
    /** Transitions until a turn is cut, so that other executions, stops and timers get theirs. */
    private static final int SLICE = 512;

    private static final long LONGEST_SECONDS = 9_000_000_000L; // some 285 years; keeps instants in range

    private final StateMachine machine;
    private final Identity identity;
    private final Environment environment;
    private final Host host;
    private final HistoryEvents history = new HistoryEvents();
    private final ContextObject context;
    private final FrameTree tree;
    private final Retrying retrying;

    private final ArrayDeque<RunningFrame> ready = new ArrayDeque<>();
    private final Timers budget = new Timers();
    private List<Runnable> effects = new ArrayList<>();
    private @Nullable Instant deadline;
    private int waiting;
    private @Nullable Outcome outcome;

    Driver(StateMachine machine, Identity identity, Environment environment, Host host) {
        this.machine = machine;
        this.identity = identity;
        this.environment = environment;
        this.host = host;
        context = new ContextObject(identity);
        RunningFrame root = new RunningFrame(this, null, 0, machine.main(), identity.input());
        tree = new FrameTree(root);
        retrying = new Retrying(environment);
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
            frame = step(frame);
            if (frame == null) {
                frame = nextReady();
            }
        }
        return false;
    }

    /** The place where a store makes the turn durable; then its effects start. */
    void commit() {
        if (effects.isEmpty()) {
            return;
        }
        List<Runnable> committed = effects;
        effects = new ArrayList<>();
        committed.forEach(Runnable::run);
    }

    /** How it ended; null while it runs. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Whether nothing else can happen before that attempt is done. */
    boolean waitsOnlyFor(TaskAttempt attempt) {
        return waiting == 1
                && deadline == null
                && ready.isEmpty()
                && attempt.frame().isBlockedOn(attempt.serial());
    }

    // ---- messages

    void start() {
        history.executionStarted();
        if (machine.timeoutSeconds() > 0) {
            Instant due = after(identity.start(), machine.timeoutSeconds());
            deadline = due;
            effects.add(() -> budget.set(environment, due, () -> host.post(new Message.OutOfTime())));
        }
        tree.root().start(machine.main(), 0, null, identity.input());
        ready.add(tree.root());
    }

    void taskSucceeded(TaskAttempt attempt, JsonNode result) {
        if (unblock(attempt.frame(), attempt.serial())) {
            effects.add(attempt.timers()::cancel);
            history.taskEnded();
            attempt.frame().resumeWith(result);
            ready.add(attempt.frame());
        }
    }

    void taskFailed(TaskAttempt attempt, Failure failure) {
        if (unblock(attempt.frame(), attempt.serial())) {
            effects.add(attempt::cancel);
            history.taskEnded();
            goOn(failed(attempt.frame(), failure));
        }
    }

    void heartbeatDue(TaskAttempt attempt) {
        if (!attempt.frame().isBlockedOn(attempt.serial())) {
            return;
        }
        if (attempt.nextSign().isAfter(environment.now())) {
            effects.add(() -> awaitHeartbeat(attempt));
        } else {
            taskFailed(attempt, Failure.HEARTBEAT);
        }
    }

    void waitOver(RunningFrame frame, int serial) {
        if (unblock(frame, serial)) {
            frame.resumeWith(NullNode.getInstance());
            ready.add(frame);
        }
    }

    void retryDue(RunningFrame frame, int serial) {
        if (unblock(frame, serial)) {
            frame.again();
            ready.add(frame);
        }
    }

    void outOfTime() {
        if (deadline != null) {
            end(new Outcome(Ending.TIMED_OUT, null, Failure.TIMEOUT, deadline));
        }
    }

    void stop(@Nullable String error, @Nullable String cause) {
        end(new Outcome(Ending.ABORTED, null, Failure.of(error, cause), environment.now()));
    }

    // ---- effects

    void ready(RunningFrame frame) {
        ready.add(frame);
    }

    void call(RunningFrame frame, Effect.Call call) {
        Instant now = environment.now();
        history.taskScheduled(call.task().resource());
        @Nullable Instant due = call.timeoutSeconds() > 0 ? after(now, call.timeoutSeconds()) : null;
        @Nullable Instant earlier = due == null || (deadline != null && deadline.isBefore(due)) ? deadline : due;
        TaskAttempt attempt = new TaskAttempt(frame, call, this, earlier, now);
        waiting++;
        effects.add(() -> {
            if (due != null) {
                attempt.timers().set(environment, due, () -> host.post(new Message.TaskTimedOut(attempt)));
            }
            if (call.heartbeatSeconds() > 0) {
                awaitHeartbeat(attempt);
            }
            if (!attempt.isCancelled()) {
                host.launch(attempt);
            }
        });
    }

    void sleep(RunningFrame frame, Instant until, Waking waking) {
        Timers timers = new Timers();
        int serial = frame.block(timers);
        waiting++;
        effects.add(() -> timers.set(environment, until, () -> host.post(waking.message(frame, serial))));
    }

    private void awaitHeartbeat(TaskAttempt attempt) {
        attempt.timers().set(environment, attempt.nextSign(), () -> host.post(new Message.HeartbeatDue(attempt)));
    }

    /** What a timer tells the frame it wakes. */
    @FunctionalInterface
    interface Waking {
        Message message(RunningFrame frame, int serial);
    }

    // ---- what frames and hosts ask

    Identity identity() {
        return identity;
    }

    Environment environment() {
        return environment;
    }

    HistoryEvents history() {
        return history;
    }

    ContextObject context() {
        return context;
    }

    FrameTree tree() {
        return tree;
    }

    // ---- one step of a frame

    /** Runs one half of a state and acts on what it said; gives the frame to go on with, if any. */
    private @Nullable RunningFrame step(RunningFrame frame) {
        try {
            switch (frame.step()) {
                case ENTER -> {
                    frame.listen();
                    frame.scope().enter(frame);
                }
                case RESUME -> {
                    JsonNode result = frame.takeValue();
                    frame.listen();
                    frame.scope().resume(frame, result);
                }
                case BEGIN_EFFECT -> {
                    return begin(frame);
                }
            }
            return switch (frame.verb()) {
                case NEXT -> frame;
                case EFFECT -> begin(frame);
                case SUCCEED -> succeeded(frame);
                case FAIL -> failed(frame, frame.failure());
                case NOTHING -> throw new IllegalStateException("the state said no verb");
            };
        } catch (Throwable thrown) { // generated code and data: whatever is wrong ends this execution, not the engine
            return failed(frame, Failure.atState(frame, thrown));
        }
    }

    private @Nullable RunningFrame begin(RunningFrame frame) {
        Effect effect = frame.effect();
        if (effect == null) {
            throw new IllegalStateException("no effect to begin");
        }
        frame.since(); // a frame that blocks can be looked at
        return effect.begin(this, frame);
    }

    private @Nullable RunningFrame succeeded(RunningFrame frame) {
        JsonNode output = frame.takeValue();
        history.stateExited();
        @Nullable RunningFrame parent = frame.parent();
        if (parent == null) {
            end(new Outcome(Ending.SUCCEEDED, output, null, environment.now()));
            return null;
        }
        if (frame.isIteration()) {
            history.iterationEnded();
        }
        @Nullable Children children = parent.children();
        if (children == null) {
            throw new IllegalStateException("a child without siblings");
        }
        try {
            return children.done(frame, output);
        } catch (Throwable thrown) { // the next item's selector, or the array of results: the parent's state
            return failed(parent, Failure.atState(parent, thrown));
        }
    }

    /** Takes an error outwards until a retrier or catcher is for it, or the execution ends. */
    private @Nullable RunningFrame failed(RunningFrame origin, Failure failure) {
        RunningFrame frame = origin;
        Failure current = failure;
        while (true) {
            boolean hadChildren = frame.children() != null;
            abandonChildren(frame);
            @Nullable Instant again = retrying.next(frame, current);
            if (again != null) {
                return retry(frame, again);
            }
            if (hadChildren) {
                history.childrenFailed();
            }
            @Nullable Catcher catcher = Retrying.catcher(frame, current);
            if (catcher != null) {
                try {
                    frame.listen();
                    frame.next(catcher.next(), catcher.output().apply(frame, current.output()));
                    return frame;
                } catch (Throwable thrown) { // an error in the catcher itself is not caught by its siblings
                    current = Failure.atState(frame, thrown);
                }
            }
            @Nullable RunningFrame parent = frame.parent();
            if (parent == null) {
                end(new Outcome(Ending.FAILED, null, current, environment.now()));
                return null;
            }
            if (frame.isIteration()) {
                history.iterationEnded();
            }
            frame.kill();
            frame = parent;
        }
    }

    private @Nullable RunningFrame retry(RunningFrame frame, Instant due) {
        if (due.isAfter(environment.now())) {
            sleep(frame, due, Message.RetryDue::new);
            return null;
        }
        frame.again();
        return frame;
    }

    // ---- bookkeeping

    private void end(Outcome ending) {
        if (outcome != null) {
            return;
        }
        outcome = ending;
        abandonChildren(tree.root());
        abandonPending(tree.root());
        tree.root().kill();
        ready.clear();
        effects.add(budget::cancel);
    }

    private void abandonChildren(RunningFrame frame) {
        for (RunningFrame running : tree.inside(frame)) {
            history.stateAborted(running.type());
            if (running.isIteration()) {
                history.iterationEnded();
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

    private boolean unblock(RunningFrame frame, int serial) {
        boolean wanted = frame.unblock(serial);
        if (wanted) {
            waiting--;
        }
        return wanted;
    }

    private void goOn(@Nullable RunningFrame frame) {
        if (frame != null) {
            ready.add(frame);
        }
    }

    private @Nullable RunningFrame nextReady() {
        @Nullable RunningFrame frame = ready.poll();
        while (frame != null && !frame.isLive()) {
            frame = ready.poll();
        }
        return frame;
    }

    private static Instant after(Instant start, long seconds) {
        return start.plusSeconds(Math.min(seconds, LONGEST_SECONDS));
    }
}
