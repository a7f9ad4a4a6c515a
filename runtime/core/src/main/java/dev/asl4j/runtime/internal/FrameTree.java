package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one execution: the top-level scope and, below each frame, the branches or iterations it waits for. Tells the recorder, if
 * there is one, what becomes of them.
 */
final class FrameTree {
    private final RunningFrame root;
    private final @Nullable Recorder recorder;
    private int last;

    /** @param recorder null if nothing is stored */
    FrameTree(RunningFrame root, @Nullable Recorder recorder) {
        this.root = root;
        this.recorder = recorder;
    }

    RunningFrame root() {
        return root;
    }

    @Nullable
    Recorder recorder() {
        return recorder;
    }

    /** Highest id that a frame has had. */
    int last() {
        return last;
    }

    /** So many ids were given before. */
    void restore(int last) {
        this.last = last;
    }

    /** The live frame of that id, if frames are recorded; null if there is none. */
    @Nullable
    RunningFrame frame(int id) {
        return recorder == null ? null : recorder.frame(id);
    }

    /** A frame begins a branch or iteration; gives its id. */
    int began(RunningFrame frame) {
        int id = ++last;
        if (recorder != null) {
            recorder.began(frame, id);
            recorder.touch(frame);
        }
        return id;
    }

    /** A frame is not what it was. */
    void touch(RunningFrame frame) {
        if (recorder != null) {
            recorder.touch(frame);
        }
    }

    /** A branch or iteration has succeeded; its siblings have not all. */
    void done(RunningFrame frame, DoneChildren siblings) {
        if (recorder != null) {
            recorder.done(frame, siblings);
        }
    }

    /** {@link #done} of an iteration upon which another one has followed in the same frame. */
    void done(int index, int id, int state, DoneChildren siblings) {
        if (recorder != null) {
            recorder.done(index, id, state, siblings);
        }
    }

    /** A frame has ended, and nothing of it is to be kept. */
    void ended(RunningFrame frame) {
        if (recorder != null) {
            recorder.ended(frame);
        }
    }

    /** All branches or iterations have succeeded: none need be known any more. */
    void forgetDone(Children children) {
        if (recorder != null) {
            @Nullable DoneChildren done = children.recorded();
            if (done != null) {
                done.forget(recorder);
            }
        }
    }

    /** An error reaches the frame: how it stands now is how it stood, should nothing deal with the error. */
    void freeze(RunningFrame frame) {
        if (recorder != null) {
            recorder.freeze(frame);
        }
    }

    /** An error leaves a frame behind, and all of its branches or iterations that are done. */
    void gone(RunningFrame frame) {
        if (recorder != null) {
            goneDone(frame);
            recorder.gone(frame);
        }
    }

    /** An error leaves behind the branches or iterations of the frame that are done. */
    void goneDone(RunningFrame frame) {
        @Nullable Children children = frame.children();
        if (recorder != null && children != null) {
            @Nullable DoneChildren done = children.recorded();
            if (done != null) {
                done.gone(recorder);
            }
        }
    }

    /** The error is dealt with at this frame. */
    void thaw(RunningFrame frame) {
        if (recorder != null) {
            recorder.thaw(frame);
        }
    }

    /** The execution has ended: all frames stay as they stood, if it is to be possible to redrive it. */
    void end(boolean isRedrivable) {
        if (recorder == null) {
            return;
        }
        if (isRedrivable) {
            live().forEach(recorder::freeze);
            recorder.keep();
        } else {
            live().forEach(recorder::ended);
        }
    }

    /** The live frames, outer before inner, siblings in order. */
    List<RunningFrame> live() {
        List<RunningFrame> frames = new ArrayList<>();
        if (root.isLive()) {
            frames.add(root);
            frames.addAll(inside(root));
        }
        return frames;
    }

    /** The live frames below a frame, outer before inner, siblings in order. */
    List<RunningFrame> inside(RunningFrame frame) {
        if (frame.children() == null) {
            return List.of();
        }
        List<RunningFrame> frames = new ArrayList<>();
        ArrayDeque<RunningFrame> open = new ArrayDeque<>();
        pushChildren(open, frame);
        while (!open.isEmpty()) {
            RunningFrame next = open.pop();
            frames.add(next);
            pushChildren(open, next);
        }
        return frames;
    }

    private static void pushChildren(ArrayDeque<RunningFrame> open, RunningFrame frame) {
        @Nullable Children children = frame.children();
        if (children == null) {
            return;
        }
        @Nullable RunningFrame[] running = children.running();
        for (int slot = running.length - 1; slot >= 0; slot--) {
            @Nullable RunningFrame child = running[slot];
            if (child != null && child.isLive()) {
                open.push(child);
            }
        }
    }
}
