package dev.asl4j.runtime;

import dev.asl4j.runtime.ExecutionDescription.CurrentState;
import dev.asl4j.runtime.internal.Arns;
import dev.asl4j.runtime.internal.ExecutionHandle;
import dev.asl4j.runtime.internal.PendingRedrives;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executions as a store keeps them, in the words of the user's side. */
final class StoredViews {
    private final ExecutionStore store;
    private final Arns arns;
    private final Limits limits;

    StoredViews(ExecutionStore store, Settings settings) {
        this.store = store;
        arns = Arns.of(settings);
        limits = settings.limits();
    }

    /** One of a list that has no children of Map Runs. */
    ExecutionSummary summary(StoredExecution execution) {
        return summary(execution, status(execution.progress().status()));
    }

    /** Children of a Map Run. */
    List<ExecutionSummary> children(String mapRun, List<StoredExecution> children, Instant now) {
        PendingRedrives pending = PendingRedrives.of(mapRun, store, limits, now);
        return children.stream()
                .map(child -> summary(child, status(child, pending)))
                .toList();
    }

    private static ExecutionStatus status(StoredExecution execution, PendingRedrives pending) {
        return pending.contains(execution)
                ? ExecutionStatus.PENDING_REDRIVE
                : status(execution.progress().status());
    }

    private ExecutionSummary summary(StoredExecution execution, ExecutionStatus status) {
        Head head = execution.head();
        Progress progress = execution.progress();
        @Nullable Parent parent = head.parent();
        return new ExecutionSummary(
                arns.execution(head),
                head.name(),
                head.machine(),
                status,
                head.start(),
                progress.stop(),
                progress.redriveCount(),
                progress.redriven(),
                progress.parked(),
                parent == null ? null : parent.mapRun(),
                parent == null ? 0 : parent.items());
    }

    /**
     * A description.
     *
     * @param frames of the execution, in any order
     * @param now by which it is told whether the execution can be redriven
     */
    ExecutionDescription description(StoredExecution execution, List<StoredFrame> frames, Instant now) {
        Head head = execution.head();
        Progress progress = execution.progress();
        @Nullable Parent parent = head.parent();
        ExecutionStatus status =
                status(execution, PendingRedrives.of(parent == null ? null : parent.mapRun(), store, limits, now));
        boolean tells =
                progress.status() != StoredExecution.Status.TIMED_OUT; // AWS shows neither error nor cause of a timeout
        Redrivability redrivability = Redrivability.of(execution, now, limits);
        return new ExecutionDescription(
                arns.execution(head),
                head.name(),
                head.machine(),
                status,
                status == ExecutionStatus.RUNNING ? currentStates(frames) : List.of(),
                head.input(),
                progress.output(),
                tells ? progress.error() : null,
                tells ? progress.cause() : null,
                head.start(),
                progress.stop(),
                progress.redriveCount(),
                progress.redriven(),
                redrivability.status(),
                redrivability.reason(),
                progress.parked(),
                head.parent() == null ? null : head.parent().mapRun());
    }

    private static final int MOST_LOOKS = 100;

    /** An execution as its store has it: between two turns, neither of which is under way. */
    static ExecutionDescription describe(ExecutionHandle handle) {
        ExecutionStore store = handle.engine().store();
        StoredViews views = new StoredViews(store, handle.engine().settings());
        StoredExecution execution = get(store, handle);
        List<StoredFrame> frames = store.frames(handle.key());
        for (int looks = 1; looks < MOST_LOOKS; looks++) {
            StoredExecution after = get(store, handle);
            if (after.progress().equals(execution.progress())) {
                break;
            }
            execution = after;
            frames = store.frames(handle.key());
        }
        return views.description(
                execution, frames, handle.engine().environment().now());
    }

    private static StoredExecution get(ExecutionStore store, ExecutionHandle handle) {
        return store.get(handle.key())
                .orElseThrow(() -> new IllegalStateException(
                        "Execution Does Not Exist: '" + handle.identity().id() + "'"));
    }

    /** Outer states before the ones inside them, branches and iterations by their number. */
    static List<CurrentState> currentStates(List<StoredFrame> frames) {
        Map<Integer, List<StoredFrame>> children = new HashMap<>();
        for (StoredFrame frame : frames) {
            if (frame.phase() != StoredFrame.Phase.DONE) {
                children.computeIfAbsent(frame.parent(), outer -> new ArrayList<>())
                        .add(frame);
            }
        }
        children.values()
                .forEach(siblings -> siblings.sort(
                        Comparator.comparingInt(StoredFrame::index).thenComparingInt(StoredFrame::id)));
        List<CurrentState> states = new ArrayList<>();
        addInside(0, children, states);
        return states;
    }

    private static void addInside(int frame, Map<Integer, List<StoredFrame>> children, List<CurrentState> states) {
        for (StoredFrame child : children.getOrDefault(frame, List.of())) {
            states.add(new CurrentState(child.state(), child.input(), child.since()));
            addInside(child.id(), children, states);
        }
    }

    static ExecutionStatus status(StoredExecution.Status status) {
        return switch (status) {
            case RUNNING -> ExecutionStatus.RUNNING;
            case SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case FAILED -> ExecutionStatus.FAILED;
            case TIMED_OUT -> ExecutionStatus.TIMED_OUT;
            case ABORTED -> ExecutionStatus.ABORTED;
        };
    }

    static StoredExecution.Status stored(ExecutionStatus status) {
        return switch (status) {
            case RUNNING -> StoredExecution.Status.RUNNING;
            case SUCCEEDED -> StoredExecution.Status.SUCCEEDED;
            case FAILED -> StoredExecution.Status.FAILED;
            case TIMED_OUT -> StoredExecution.Status.TIMED_OUT;
            case ABORTED -> StoredExecution.Status.ABORTED;
            case PENDING_REDRIVE -> throw new IllegalArgumentException("no store knows that an execution is " + status);
        };
    }
}
