package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The branches or iterations of a frame that are done, as a recorder has to know them while others run. They are written down at the next
 * checkpoint: most Maps and Parallels are over by then, and nothing of them is to be kept.
 */
final class DoneChildren {
    private static final int FIRST_CAPACITY = 4;

    private final RunningFrame parent;
    private final Children children;
    private final int[] ids; // by index, as the next one; 0 if it is not done
    private final int[] states; // in which they ended
    private int[] unwritten = {}; // indexes
    private int unwrittenCount;

    DoneChildren(RunningFrame parent, Children children) {
        this.parent = parent;
        this.children = children;
        ids = new int[children.count()];
        states = new int[children.count()];
    }

    /** One is done; gives whether it is the first one of which nothing is written down. */
    boolean add(int index, int id, int state) {
        ids[index] = id;
        states[index] = state;
        if (unwrittenCount == unwritten.length) {
            unwritten = Arrays.copyOf(unwritten, Math.max(FIRST_CAPACITY, 2 * unwrittenCount));
        }
        unwritten[unwrittenCount++] = index;
        return unwrittenCount == 1;
    }

    /** One that the store has. */
    void restore(int index, int id) {
        ids[index] = id;
    }

    /** Writes down those that are not. */
    void write(Instant now, Consumer<StoredFrame> rows) {
        for (int i = 0; i < unwrittenCount; i++) {
            int index = unwritten[i];
            JsonNode output = children.result(index);
            rows.accept(FrameWriter.done(
                    parent,
                    children.scope(index),
                    ids[index],
                    index,
                    states[index],
                    children.areIterations(),
                    now,
                    output));
        }
        unwrittenCount = 0;
    }

    /** All of them need not be known any more. */
    void forget(Recorder recorder) {
        unwrittenCount = 0;
        for (int id : ids) {
            recorder.remove(id);
        }
    }

    /** An error leaves them behind. */
    void gone(Recorder recorder) {
        recorder.write(this);
        for (int id : ids) {
            recorder.gone(id);
        }
    }
}
