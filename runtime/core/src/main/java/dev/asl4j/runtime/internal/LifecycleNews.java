package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.MapRunEnd;
import dev.asl4j.runtime.spi.StateInfo;
import dev.asl4j.runtime.spi.TaskEnd;
import dev.asl4j.runtime.spi.TaskInfo;
import dev.asl4j.runtime.spi.TurnInfo;
import dev.asl4j.runtime.store.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the lifecycle listener is to hear of one execution: collected while a turn runs, taken for the time when it is durable. */
final class LifecycleNews {
    /** One thing to tell. */
    @FunctionalInterface
    interface Item {
        void tell(LifecycleListener listener);
    }

    private final Identity identity;
    private final Environment environment;
    private List<Item> items = new ArrayList<>();
    private @Nullable ExecutionInfo execution;
    private @Nullable Instant redriven;
    private boolean ended;

    LifecycleNews(Identity identity, Environment environment) {
        this.identity = identity;
        this.environment = environment;
    }

    /** What was collected since the last time. */
    List<Item> take() {
        List<Item> taken = items;
        items = new ArrayList<>();
        return taken;
    }

    /** What was collected since the last time, after what is to be told of the turn itself. */
    List<Item> take(Turn turn, Instant handedOver) {
        ExecutionInfo info = execution();
        var told = new TurnInfo(turn.changed().size(), turn.events().size(), between(handedOver, environment.now()));
        items.add(0, listener -> listener.turnCommitted(info, told));
        return take();
    }

    /** Which execution it is about. */
    ExecutionInfo execution() {
        if (execution == null) {
            execution = new ExecutionInfo(
                    identity.id(), identity.machine(), identity.name(), identity.type(), identity.start());
        }
        return execution;
    }

    // ---- the execution

    void executionStarted() {
        ExecutionInfo info = execution();
        items.add(listener -> listener.executionStarted(info));
    }

    /** It has ended, which is told once. */
    void executionEnded(Outcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        ExecutionInfo info = execution();
        @Nullable Failure failure = outcome.failure();
        var end = new ExecutionEnd(
                status(outcome.ending()),
                failure == null ? null : failure.error(),
                outcome.time(),
                between(identity.start(), outcome.time()),
                redriven);
        items.add(listener -> listener.executionEnded(info, end));
    }

    /** It was redriven, for the so-manieth time. */
    void executionRedriven(int count, Instant when) {
        redriven = when;
        ExecutionInfo info = execution();
        items.add(listener -> listener.executionRedriven(info, count));
    }

    /** It was redriven before it was taken up here. */
    void redrivenBefore(@Nullable Instant when) {
        redriven = when;
    }

    void executionParked(String reason) {
        ExecutionInfo info = execution();
        items.add(listener -> listener.executionParked(info, reason));
    }

    // ---- states

    void stateEntered(RunningFrame frame) {
        ExecutionInfo info = execution();
        StateInfo state = state(frame);
        items.add(listener -> listener.stateEntered(info, state));
    }

    void stateExited(RunningFrame frame) {
        ExecutionInfo info = execution();
        StateInfo state = state(frame);
        items.add(listener -> listener.stateExited(info, state));
    }

    // ---- tasks

    void taskScheduled(RunningFrame frame, Effect.Call call) {
        frame.visit().taskScheduled(environment.now());
        ExecutionInfo info = execution();
        TaskInfo task = task(frame, call);
        items.add(listener -> listener.taskScheduled(info, task));
    }

    void taskStarted(RunningFrame frame, Effect.Call call) {
        Instant now = environment.now();
        frame.visit().taskStarted(now);
        ExecutionInfo info = execution();
        TaskInfo task = task(frame, call);
        Duration scheduleTime = between(task.scheduled(), now);
        items.add(listener -> listener.taskStarted(info, task, scheduleTime));
    }

    void taskEnded(RunningFrame frame, Effect.Call call, @Nullable Failure failure) {
        Instant now = environment.now();
        ExecutionInfo info = execution();
        TaskInfo task = task(frame, call);
        @Nullable Instant started = frame.visit().taskStarted();
        var end = new TaskEnd(
                status(failure),
                failure == null ? null : failure.error(),
                between(task.scheduled(), started == null ? now : started),
                started == null ? Duration.ZERO : between(started, now));
        items.add(listener -> listener.taskEnded(info, task, end));
    }

    // ---- Map Runs

    void mapRunStarted(String arn) {
        ExecutionInfo info = execution();
        items.add(listener -> listener.mapRunStarted(info, arn));
    }

    void mapRunRedriven(String arn, int redriveCount) {
        ExecutionInfo info = execution();
        items.add(listener -> listener.mapRunRedriven(info, arn, redriveCount));
    }

    void mapRunEnded(MapRun run) {
        MapRunEnd end = switch (run.status()) {
            case RUNNING -> throw new IllegalArgumentException("it goes on: " + run.arn());
            case SUCCEEDED -> MapRunEnd.SUCCEEDED;
            case FAILED -> MapRunEnd.FAILED;
            case ABORTED -> MapRunEnd.ABORTED;
        };
        ExecutionInfo info = execution();
        String arn = run.arn();
        items.add(listener -> listener.mapRunEnded(info, arn, end));
    }

    // ---- translation

    private static StateInfo state(RunningFrame frame) {
        return new StateInfo(frame.stateName(), frame.type());
    }

    private static TaskInfo task(RunningFrame frame, Effect.Call call) {
        Visit visit = frame.visit();
        @Nullable Instant scheduled = visit.taskScheduled();
        return new TaskInfo(
                frame.stateName(),
                kind(call.integration().kind()),
                call.task().resource(),
                visit.retryCount(),
                scheduled == null ? frame.since() : scheduled); // of an attempt that began while nobody listened
    }

    private static TaskInfo.Kind kind(Integration.Kind kind) {
        return switch (kind) {
            case FUNCTION -> TaskInfo.Kind.LAMBDA_FUNCTION;
            case ACTIVITY -> TaskInfo.Kind.ACTIVITY;
            case SERVICE -> TaskInfo.Kind.SERVICE_INTEGRATION;
        };
    }

    private static TaskEnd.Status status(@Nullable Failure failure) {
        if (failure == null) {
            return TaskEnd.Status.SUCCEEDED;
        }
        if (failure.heartbeat()) {
            return TaskEnd.Status.HEARTBEAT_TIMED_OUT;
        }
        return failure.isTimeout() ? TaskEnd.Status.TIMED_OUT : TaskEnd.Status.FAILED;
    }

    private static ExecutionEnd.Status status(Ending ending) {
        return switch (ending) {
            case SUCCEEDED -> ExecutionEnd.Status.SUCCEEDED;
            case FAILED -> ExecutionEnd.Status.FAILED;
            case TIMED_OUT -> ExecutionEnd.Status.TIMED_OUT;
            case ABORTED -> ExecutionEnd.Status.ABORTED;
        };
    }

    /** Clocks of two machines may differ, and a clock may be set back. */
    private static Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
