package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.HistoryListener;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// Size: one turn from its messages to its effects, and what becomes of both when it breaks off.

/**
 * Interprets the protocol for one execution, as an actor. A turn of it: the host delivers messages, then {@link #run}
 * runs the frames until all are blocked or the slice is used up, then {@link #commit} hands out the effects. One thread
 * at a time; the host sees to that.
 */
final class Driver {
    private final StateMachine machine;
    private final long key;
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
    private @Nullable OpenMapRuns mapRuns; // made at the first need

    private final ReadyFrames ready = new ReadyFrames(this);
    private Budget budget;
    private final Effects effects = new Effects();
    private final Blocked blocked;
    private final Redrive redrive = new Redrive(this);
    private @Nullable Outcome outcome;
    private boolean hadEnded;
    private final Slice slice = new Slice();

    /**
     * A driver.
     *
     * @param key of the execution in its store, for which everything that changes is recorded; 0 if it is in none
     */
    Driver(StateMachine machine, Identity identity, Environment environment, Settings settings, Host host, long key) {
        this.machine = machine;
        this.key = key;
        this.identity = identity;
        this.environment = environment;
        this.settings = settings;
        this.host = host;
        quotas = new Quotas(settings.limits(), identity);
        @Nullable Recorder recorder = key == 0 ? null : new Recorder(environment);
        @Nullable HistoryListener listener = settings.history();
        news = settings.lifecycle().isEmpty() ? null : new LifecycleNews(identity, environment);
        @Nullable Recorder kept = settings.recordHistory() ? recorder : null;
        history = new History(
                identity,
                quotas,
                settings.listener(),
                listener == null && kept == null ? null : new EventWriter(identity, environment, listener, kept),
                news);
        context = new ContextObject(this, identity);
        RunningFrame root = new RunningFrame(this, null, 0, machine.main(), identity.input());
        tree = new FrameTree(root, recorder);
        blocked = new Blocked(tree, history, effects);
        interpreter = new Interpreter(this);
        budget = Budget.of(identity.start(), machine.timeoutSeconds());
        tasks = new TaskCalls(this);
        waits = new Waits(this);
    }

    /**
     * The driver of an execution that was stored. The first message for it is {@link Message.Resume}, or {@link Message.Redrive} if it
     * had ended.
     *
     * @throws UnresolvableStateException if the definition does not have all the states at which it stands
     * @throws DamagedFramesException if the frames contradict themselves
     */
    static Driver restore(
            StateMachine machine,
            Identity identity,
            Environment environment,
            Settings settings,
            Host host,
            StoredExecution execution,
            List<StoredFrame> frames)
            throws UnresolvableStateException {
        Driver driver = new Driver(machine, identity, environment, settings, host, execution.key());
        StoredExecution.Progress progress = execution.progress();
        driver.history.restore(
                progress.lastEvent(),
                Stream.concat(
                                Stream.ofNullable(progress.stop()),
                                frames.stream().map(StoredFrame::since))
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        driver.budget = new Budget(progress.deadline());
        driver.hadEnded = progress.status() != StoredExecution.Status.RUNNING;
        driver.redrive.restore(progress, ClientTokens.of(frames));
        if (driver.news != null) {
            driver.news.redrivenBefore(progress.redriven());
        }
        driver.tree.restore(progress.lastFrame());
        new FrameReader(driver, Objects.requireNonNull(driver.tree.recorder())).read(frames, machine.main());
        return driver;
    }

    // ---- the turn

    /**
     * Runs what is ready.
     *
     * @return whether the slice is used up and frames are still ready
     */
    boolean run() {
        slice.begin();
        @Nullable RunningFrame frame = ready.next();
        while (frame != null) {
            if (slice.isUsedUp()) {
                ready.putBack(frame);
                return true;
            }
            RunningFrame current = frame;
            frame = interpreter.step(current);
            if (isDoomed(current)) {
                return false;
            }
            if (frame == null) {
                frame = ready.next();
            }
        }
        return false;
    }

    /** Lets a frame go on without telling, not for longer than the slice. */
    void free(RunningFrame frame) {
        Guard.free(this, frame, slice.left());
    }

    /** A handler lasts that was called in a turn: it is like any other from now on, and a message tells of its end. */
    TaskAttempt lasts(PlainCall call) {
        return tasks.goesOn(call);
    }

    /** Whether nothing but the one frame that goes on can bring about anything. */
    boolean isAlone() {
        return blocked.count() == 0 && budget.deadline() == null && ready.isEmpty() && effects.isEmpty();
    }

    /** Counts what a frame has not told of; gives whether there is anything. */
    boolean settle(StateFrame view) {
        int events = view.settle();
        slice.use(events / 2);
        return events > 0;
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

    /**
     * What has changed since this was asked last: to be called between a turn and its {@link #commit}, and to be made durable there.
     *
     * @throws IllegalStateException if the execution is in no store
     */
    Checkpoint checkpoint() {
        @Nullable Recorder recorder = tree.recorder();
        if (recorder == null) {
            throw new IllegalStateException("nothing is recorded");
        }
        if (mapRuns != null) {
            mapRuns.takeChanged().forEach(recorder::mapRun);
        }
        return recorder.checkpoint();
    }

    /** Whether all that can happen next comes from outside of this process, or with time. To be asked after {@link #checkpoint}. */
    boolean canLeaveMemory() {
        @Nullable Recorder recorder = tree.recorder();
        return recorder != null && outcome == null && ready.isEmpty() && !recorder.isAnyHeld();
    }

    /** When it goes on by itself, be it to time out; null means when a message comes. */
    @Nullable
    Instant wake() {
        @Nullable Instant wake = budget.deadline();
        for (RunningFrame frame : tree.live()) {
            @Nullable Pending pending = frame.pending();
            @Nullable Instant due = pending == null ? null : pending.wake();
            wake = wake == null || (due != null && due.isBefore(wake)) ? due : wake;
        }
        return wake;
    }

    /** Drops it: whatever it has begun in this process is cancelled. What the store has of it is not touched. */
    void abandon() {
        for (RunningFrame running : tree.live()) {
            @Nullable Pending pending = running.pending();
            running.kill();
            if (pending != null) {
                pending.drop();
            }
        }
        ready.clear();
        effects.clear();
        budget.cancel();
    }

    /** Starts the effects of the turn, which is durable now. */
    void commit() {
        if (mapRuns != null) {
            mapRuns.takeChanged().forEach(host::changed);
        }
        effects.start();
    }

    /** After a fault in a turn: nothing may go on running, and no token and no timer may stay. */
    void breakOff() {
        effects.startAll(this::abandonAll); // that first, so that what is left starts nothing
    }

    /** How it ended; null while it runs. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Whether nothing else can happen before that attempt is done. */
    boolean waitsOnlyFor(TaskAttempt attempt) {
        return blocked.count() == 1
                && budget.deadline() == null
                && ready.isEmpty()
                && attempt.frame().isBlockedOn(attempt.serial());
    }

    // ---- messages

    void start() {
        history.executionStarted();
        if (budget.deadline() != null) {
            effects.add(() -> budget.begin(environment, host));
        }
        tree.root().start(machine.main(), 0, null, identity.input());
        ready(tree.root());
    }

    /** Goes on after it was taken up again. */
    void resume() {
        effects.add(() -> budget.begin(environment, host));
        List<RunningFrame> live = tree.live();
        ready.restore(live);
        for (RunningFrame frame : live) {
            @Nullable Pending pending = frame.pending();
            @Nullable Children children = frame.children();
            if (pending != null) {
                pending.resume();
            } else if (children != null && frame.isLive()) {
                fill(frame, children);
            }
        }
    }

    /** Starts branches or iterations for which there is room: an error came before, or the definition had fewer of them. */
    void fill(RunningFrame frame, Children children) {
        try {
            children.fill();
        } catch (Throwable thrown) { // an item's selector: the state's own error
            failed(frame, failure(frame, thrown));
        }
    }

    /** Goes on, if it had ended when it was stored and has not gone on since; otherwise gives false. */
    boolean redrive(@Nullable String clientToken) {
        if (!hadEnded) {
            return false;
        }
        hadEnded = false;
        Instant now = environment.now();
        context.redriven();
        budget = Budget.of(now, machine.timeoutSeconds());
        effects.add(() -> budget.begin(environment, host));
        redrive.begin(now, clientToken);
        return true;
    }

    /** Whether the execution has had its time, which ends it; for whoever was busy when that was told. */
    boolean isOutOfTime() {
        boolean outOfTime = budget.isUsedUp(environment);
        if (outOfTime) {
            outOfTime();
        }
        return outOfTime;
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
        tree.touch(frame);
    }

    /** A frame has been blocked since before it was taken up again. */
    void blockedBefore() {
        blocked.add();
    }

    /** A frame is blocked; what it waits for begins after the commit. */
    void blocked(Runnable effect) {
        blocked.add();
        effects.add(effect);
    }

    /** Whether a message of that serial is wanted; if so the frame is no longer blocked. */
    boolean unblock(RunningFrame frame, int serial) {
        return blocked.end(frame, serial);
    }

    void afterCommit(Runnable effect) {
        effects.add(effect);
    }

    /** An error at a frame that was blocked. */
    void failed(RunningFrame frame, Failure failure) {
        @Nullable RunningFrame next = interpreter.failed(frame, failure);
        if (next != null) {
            ready(next);
        }
    }

    /** A Map Run failed at a frame. */
    void mapFailed(RunningFrame frame, Failure failure) {
        @Nullable RunningFrame next = interpreter.mapFailed(frame, failure);
        if (next != null) {
            ready(next);
        }
    }

    /** Has branches and iterations of a frame begin when nothing else is ready, if nobody wants to hear when they do; gives whether they will. */
    boolean beginLate(RunningFrame frame) {
        boolean late = history.isSilent();
        if (late) {
            ready.addLate(frame);
        }
        return late;
    }

    /** The error that generated code or data access threw at a frame that is blocked. */
    Failure failure(RunningFrame frame, Throwable thrown) {
        return interpreter.failure(frame, thrown);
    }

    /** Sends another execution a message, together with the turn; to nobody, if there is no store. */
    void send(long to, StoredMessage.Kind kind, StoredMessage.Body body) {
        @Nullable Recorder recorder = tree.recorder();
        if (recorder != null) {
            recorder.send(new Turn.Sent(to, kind, body));
        }
    }

    // ---- what frames and hosts ask

    /** The key of the execution in its store; 0 if it is in none. */
    long key() {
        return key;
    }

    /** When the execution times out; null means never. */
    @Nullable
    Instant deadline() {
        return budget.deadline();
    }

    Redrive redrives() {
        return redrive;
    }

    Host host() {
        return host;
    }

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

    OpenMapRuns mapRuns() {
        if (mapRuns == null) {
            mapRuns = new OpenMapRuns(this, host);
        }
        return mapRuns;
    }

    Blocked blocked() {
        return blocked;
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
        Outcome end = ending.notBefore(identity.start());
        outcome = end;
        history.executionEnded(frame, end);
        tree.end(ending.ending() != Ending.SUCCEEDED);
        abandonAll();
    }

    private void abandonAll() {
        blocked.abandonAll();
        ready.clear();
        if (budget.deadline() != null) {
            effects.add(budget::cancel);
        }
    }
}
