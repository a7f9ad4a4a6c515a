package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.StoredFrame.Address;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The workers that wait for tasks of one activity, in the order in which they asked. */
final class PollLine {
    final String activity;

    private final ArrayDeque<Waiter> waiting = new ArrayDeque<>(); // guarded by this, as all below
    private final Set<Waiter> away = new LinkedHashSet<>();
    private final ArrayDeque<Address> left = new ArrayDeque<>();
    private boolean looking;
    private boolean lookAgain;
    private boolean armed;

    PollLine(String activity) {
        this.activity = activity;
    }

    synchronized void add(Waiter waiter) {
        waiting.add(waiter);
    }

    /** Who is served next; null if nobody waits. Those who do not want an answer any more are gone. */
    synchronized @Nullable Waiter first() {
        waiting.removeIf(waiter -> waiter.gone.getAsBoolean());
        return waiting.peek();
    }

    /** Takes one out of the line; false if he is not in it any more. */
    synchronized boolean remove(Waiter waiter) {
        return away.remove(waiter) || waiting.remove(waiter);
    }

    /** Takes out those whose time is up. */
    synchronized List<Waiter> dismissLate() {
        List<Waiter> late = new ArrayList<>(waiting);
        late.removeIf(waiter -> !waiter.late);
        waiting.removeAll(late);
        return late;
    }

    /** Takes out all. */
    synchronized List<Waiter> dismissAll() {
        List<Waiter> all = new ArrayList<>(away);
        all.addAll(waiting);
        away.clear();
        waiting.clear();
        return all;
    }

    /** He has asked elsewhere, and is not served until he is back. */
    synchronized void sendAway(Waiter waiter) {
        waiting.remove(waiter);
        away.add(waiter);
    }

    /** He has got nothing there, and is the next one again. */
    synchronized void takeBack(Waiter waiter) {
        if (away.remove(waiter)) {
            waiting.addFirst(waiter);
        }
    }

    /** A task that was taken for somebody who had gone. */
    synchronized void leave(Address task) {
        left.add(task);
    }

    synchronized @Nullable Address pollLeft() {
        return left.poll();
    }

    /** Whether to begin to look at it; whoever looks already will do so once more. */
    synchronized boolean begin() {
        lookAgain = true;
        boolean begins = !looking;
        looking = true;
        return begins;
    }

    /** Whether to look, or look again; if not, it is not being looked at any more. */
    synchronized boolean again() {
        looking = lookAgain;
        lookAgain = false;
        return looking;
    }

    /** It is not being looked at any more, for a fault. */
    synchronized void breakOff() {
        looking = false;
    }

    /** Has it looked at after some time, if that is not about to be done anyway. */
    void lookAfter(Duration delay, Environment environment, Runnable look) {
        synchronized (this) {
            if (armed) {
                return;
            }
            armed = true;
        }
        environment.schedule(environment.now().plus(delay), () -> {
            synchronized (this) {
                armed = false;
            }
            look.run();
        });
    }

    /** Somebody who waits. */
    static final class Waiter {
        final @Nullable String worker;

        /** Whether he does not wait any longer. */
        final BooleanSupplier gone;

        /** Takes a task, or null; false if he does not wait any longer. */
        final Predicate<@Nullable Taken> answer;

        /** Whether his time is up. */
        volatile boolean late;

        private volatile Environment.@Nullable Timer timer;

        Waiter(@Nullable String worker, BooleanSupplier gone, Predicate<@Nullable Taken> answer) {
            this.worker = worker;
            this.gone = gone;
            this.answer = answer;
        }

        void timer(Environment.Timer timer) {
            this.timer = timer;
        }

        void cancelTimer() {
            Environment.@Nullable Timer set = timer;
            if (set != null) {
                set.cancel();
            }
        }
    }
}
