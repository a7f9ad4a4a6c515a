package dev.asl4j.runtime.internal;

import java.util.ArrayList;
import java.util.List;

/** What a turn wants to have done once it is committed. */
final class Effects {
    private List<Runnable> waiting = new ArrayList<>();

    void add(Runnable effect) {
        waiting.add(effect);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** None of them is wanted. */
    void clear() {
        waiting.clear();
    }

    /** Starts all, in order. If one throws, those behind it are left. */
    void start() {
        if (waiting.isEmpty()) {
            return;
        }
        List<Runnable> committed = waiting;
        waiting = new ArrayList<>();
        int started = 0;
        try {
            while (started < committed.size()) {
                committed.get(started++).run();
            }
        } catch (Throwable fault) {
            waiting.addAll(committed.subList(started, committed.size()));
            throw fault;
        }
    }

    /** Starts all, those first that something more important adds, whatever they throw. */
    void startAll(Runnable first) {
        List<Runnable> left = waiting;
        waiting = new ArrayList<>();
        first.run();
        waiting.addAll(left);
        while (!waiting.isEmpty()) {
            try {
                start();
            } catch (Throwable another) {
                // one fault is enough to tell of
            }
        }
    }
}
