package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A time that goes on only when it is told to, with ids and chance that are the same each time. */
final class ManualTime implements Environment {
    private final List<Entry> entries = new ArrayList<>();
    private Instant now;
    private long ids;
    private long scheduled;

    ManualTime(Instant start) {
        now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public UUID newId() {
        return new UUID(0x4000, ++ids);
    }

    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public Timer schedule(Instant due, Runnable action) {
        Entry entry = new Entry(due, ++scheduled, action);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Nothing is due any more. */
    void forget() {
        entries.clear();
    }

    /** Runs what is due; gives whether anything was. */
    boolean runDue() {
        boolean any = false;
        for (Entry entry : List.copyOf(entries)) {
            if (!entry.due.isAfter(now) && entries.remove(entry)) {
                entry.action.run();
                any = true;
            }
        }
        return any;
    }

    /** Goes on to the next instant at which something is due; false if nothing is. */
    boolean advance() {
        return entries.stream()
                .min(Comparator.comparing(Entry::due).thenComparing(Entry::number))
                .map(first -> {
                    now = first.due.isAfter(now) ? first.due : now;
                    return true;
                })
                .orElse(false);
    }

    /** Goes on without running what is due. */
    void pass(Duration duration) {
        now = now.plus(duration);
    }

    private record Entry(Instant due, long number, Runnable action) {}
}
