package dev.asl4j.runtime.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The room for executions in memory. Those that wait for others there, be it in a Map Run, a task or a handler, take none: the others
 * might find none, and nothing would go on.
 */
final class Room {
    private final int most;
    private final Residents residents;
    private final Handlers handlers;
    private final AtomicInteger nested = new AtomicInteger();
    private volatile boolean othersWait;

    /** @param most so many there is room for */
    Room(int most, Residents residents, Handlers handlers) {
        this.most = most;
        this.residents = residents;
        this.handlers = handlers;
    }

    /** So many there is room for. */
    int most() {
        return most;
    }

    /** So many more there is room for; negative if there are too many. */
    int left() {
        int waiting = residents.parents() + handlers.away() + nested.get();
        return Math.min(most, most - (residents.staying() - waiting));
    }

    /** Whether there are too many if those are counted that wait for others: what can leave memory should. */
    boolean isCrowded() {
        return residents.staying() > most;
    }

    /**
     * Whether an execution that is to be started now has to wait in the store until there is room; it has, too, if others do that were
     * started before it.
     */
    boolean isTaken() {
        if (left() <= 0) {
            othersWait = true;
        }
        return othersWait;
    }

    /** A task waits for the end of another execution. */
    void waitsForNested() {
        nested.incrementAndGet();
    }

    /** It does no longer. */
    void waitsNoLonger() {
        nested.decrementAndGet();
    }

    /** All that were due have been taken up. */
    void nobodyWaits() {
        othersWait = false;
    }
}
