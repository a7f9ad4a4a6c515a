package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of one execution: the top-level scope and, below each frame, the branches or iterations it waits for. */
final class FrameTree {
    private final RunningFrame root;

    FrameTree(RunningFrame root) {
        this.root = root;
    }

    RunningFrame root() {
        return root;
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
