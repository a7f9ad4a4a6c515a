package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.HistoryEventType;
import org.jspecify.annotations.Nullable;

/** The frames of one execution that wait for something outside: how many they are, and what becomes of those that need not wait any more. */
final class Blocked {
    private final FrameTree tree;
    private final History history;
    private final Effects effects;
    private int count;

    Blocked(FrameTree tree, History history, Effects effects) {
        this.tree = tree;
        this.history = history;
        this.effects = effects;
    }

    int count() {
        return count;
    }

    /** One more. */
    void add() {
        count++;
    }

    /** Whether a message of that serial is wanted; if so the frame is no longer blocked. */
    boolean end(RunningFrame frame, int serial) {
        boolean wanted = frame.unblock(serial);
        if (wanted) {
            count--;
            tree.touch(frame);
        }
        return wanted;
    }

    /** The frame is blocked no longer, whatever it waited for. */
    void end(RunningFrame frame) {
        if (frame.pending() != null) {
            count--;
            frame.unblock();
        }
    }

    /** An error passes: whatever runs inside the frame does not count any more. */
    void abandonInside(RunningFrame frame) {
        tree.goneDone(frame);
        for (RunningFrame running : tree.inside(frame)) {
            tree.gone(running);
            abandon(running);
            history.stateAborted(running);
            if (running.isIteration()) {
                history.iterationEnded(running, HistoryEventType.MAP_ITERATION_ABORTED);
            }
            running.kill();
        }
        frame.children(null);
    }

    /** The execution has ended. */
    void abandonAll() {
        for (RunningFrame running : tree.live()) {
            abandon(running);
            running.kill();
        }
    }

    /** The state of the frame begins anew: its branches or iterations are forgotten, done or not. */
    void forgetInside(RunningFrame frame) {
        @Nullable Children children = frame.children();
        if (children == null) {
            return;
        }
        for (RunningFrame running : tree.inside(frame)) {
            end(running);
            @Nullable Children inner = running.children();
            if (inner != null) {
                tree.forgetDone(inner);
            }
            tree.ended(running);
        }
        tree.inside(frame).forEach(RunningFrame::kill);
        tree.forgetDone(children);
        frame.children(null);
    }

    private void abandon(RunningFrame frame) {
        @Nullable Pending pending = frame.pending();
        if (pending != null) {
            count--;
            pending.abandon();
            effects.add(pending::cancel);
        }
    }
}
