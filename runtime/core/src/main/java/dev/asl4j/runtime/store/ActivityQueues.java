package dev.asl4j.runtime.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The frames that wait for workers, by activity; those first that wait longest. */
final class ActivityQueues {
    private final Map<String, NavigableSet<Waiting>> queues = new HashMap<>();

    private record Waiting(long since, StoredFrame.Address address) {
        static final Comparator<Waiting> ORDER = Comparator.comparingLong(Waiting::since)
                .thenComparingLong(waiting -> waiting.address().key())
                .thenComparingInt(waiting -> waiting.address().frame());
    }

    Optional<StoredFrame.Address> first(String activity) {
        NavigableSet<Waiting> queue = queues.get(activity);
        return queue == null ? Optional.empty() : Optional.of(queue.first().address());
    }

    /** Takes out what waits in that execution: before its frames change. */
    void remove(MemoryEntry entry) {
        if (!entry.inActivityQueue) {
            return;
        }
        entry.inActivityQueue = false;
        for (StoredFrame frame : entry.allFrames()) {
            NavigableSet<Waiting> queue = frame.activity() == null ? null : queues.get(frame.activity());
            if (queue != null) {
                queue.remove(waiting(entry, frame));
                if (queue.isEmpty()) {
                    queues.remove(frame.activity());
                }
            }
        }
    }

    /** Puts in what waits in that execution: after its frames have changed. */
    void add(MemoryEntry entry) {
        if (!entry.isRunning() || entry.frames == null || entry.progress.parked() != null) {
            return;
        }
        Rows<StoredFrame> frames = entry.frames.unpack();
        for (int i = 0; i < frames.size(); i++) {
            StoredFrame frame = frames.at(i);
            if (frame.activity() != null) {
                entry.inActivityQueue = true;
                queues.computeIfAbsent(frame.activity(), name -> new TreeSet<>(Waiting.ORDER))
                        .add(waiting(entry, frame));
            }
        }
    }

    private static Waiting waiting(MemoryEntry entry, StoredFrame frame) {
        return new Waiting(Micros.of(frame.since()), new StoredFrame.Address(entry.key, frame.id()));
    }
}
