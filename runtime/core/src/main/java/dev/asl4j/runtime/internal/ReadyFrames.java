package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one execution that can go on, in the order in which they became ready; and those whose branches or iterations begin late, when
 * nothing else is ready, so that one frame serves many of them.
 */
final class ReadyFrames {
    private final Driver driver;
    private final ArrayDeque<RunningFrame> ready = new ArrayDeque<>(2);
    private final ArrayDeque<RunningFrame> late = new ArrayDeque<>(2);
    private int order;

    ReadyFrames(Driver driver) {
        this.driver = driver;
    }

    /** Whether there are none of either kind. */
    boolean isEmpty() {
        return ready.isEmpty() && late.isEmpty();
    }

    void add(RunningFrame frame) {
        frame.order(++order);
        ready.add(frame);
    }

    /** It was about to go on, and is the next one again. */
    void putBack(RunningFrame frame) {
        if (frame.mark() == RunningFrame.Mark.TOUCHED) {
            frame.order(0);
        }
        ready.addFirst(frame);
    }

    /** As it was when the execution was stored. */
    void restore(List<RunningFrame> live) {
        ready.addAll(FrameReader.ready(live));
        live.forEach(frame -> order = Math.max(order, frame.order()));
    }

    /** The branches or iterations of a frame begin late, those of an inner one first. */
    void addLate(RunningFrame frame) {
        late.addFirst(frame);
    }

    void clear() {
        ready.clear();
        late.clear();
    }

    /** The next one that goes on; null if all are blocked. */
    @Nullable
    RunningFrame next() {
        @Nullable RunningFrame frame = ready.poll();
        while (frame != null && !frame.isLive()) {
            frame = ready.poll();
        }
        return frame == null && !late.isEmpty() ? nextLate() : frame;
    }

    private @Nullable RunningFrame nextLate() {
        @Nullable RunningFrame frame = late.peek();
        while (frame != null && ready.isEmpty()) {
            @Nullable Children children = frame.isLive() ? frame.children() : null;
            try {
                @Nullable RunningFrame child = children == null ? null : children.startLate();
                if (children == null || child == null || children.haveAllBegun()) {
                    late.remove(frame);
                }
                if (child != null) {
                    return child;
                }
            } catch (Throwable thrown) { // an item's selector: the state's own error
                late.remove(frame);
                driver.failed(frame, driver.failure(frame, thrown));
            }
            frame = late.peek();
        }
        return ready.isEmpty() ? null : next();
    }
}
