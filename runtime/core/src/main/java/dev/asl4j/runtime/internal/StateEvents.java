package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.StateType;
import org.jspecify.annotations.Nullable;

/** Which event is which state's. */
final class StateEvents {
    private StateEvents() {}

    static HistoryEventType entered(StateType type) {
        return switch (type) {
            case TASK -> HistoryEventType.TASK_STATE_ENTERED;
            case PASS -> HistoryEventType.PASS_STATE_ENTERED;
            case CHOICE -> HistoryEventType.CHOICE_STATE_ENTERED;
            case WAIT -> HistoryEventType.WAIT_STATE_ENTERED;
            case SUCCEED -> HistoryEventType.SUCCEED_STATE_ENTERED;
            case FAIL -> HistoryEventType.FAIL_STATE_ENTERED;
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_ENTERED;
            case MAP -> HistoryEventType.MAP_STATE_ENTERED;
        };
    }

    static HistoryEventType exited(StateType type) {
        return switch (type) {
            case TASK -> HistoryEventType.TASK_STATE_EXITED;
            case PASS -> HistoryEventType.PASS_STATE_EXITED;
            case CHOICE -> HistoryEventType.CHOICE_STATE_EXITED;
            case WAIT -> HistoryEventType.WAIT_STATE_EXITED;
            case SUCCEED -> HistoryEventType.SUCCEED_STATE_EXITED;
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_EXITED;
            case MAP -> HistoryEventType.MAP_STATE_EXITED;
            case FAIL -> throw new IllegalArgumentException("a Fail state is not exited");
        };
    }

    /** Null for types that are over in an instant. */
    static @Nullable HistoryEventType aborted(StateType type) {
        return switch (type) {
            case TASK -> HistoryEventType.TASK_STATE_ABORTED;
            case WAIT -> HistoryEventType.WAIT_STATE_ABORTED;
            case PARALLEL -> HistoryEventType.PARALLEL_STATE_ABORTED;
            case MAP -> HistoryEventType.MAP_STATE_ABORTED;
            case PASS, CHOICE, SUCCEED, FAIL -> null;
        };
    }

    static HistoryEventType succeeded(StateType type) {
        return type == StateType.MAP ? HistoryEventType.MAP_STATE_SUCCEEDED : HistoryEventType.PARALLEL_STATE_SUCCEEDED;
    }

    static HistoryEventType failed(StateType type) {
        return type == StateType.MAP ? HistoryEventType.MAP_STATE_FAILED : HistoryEventType.PARALLEL_STATE_FAILED;
    }
}
