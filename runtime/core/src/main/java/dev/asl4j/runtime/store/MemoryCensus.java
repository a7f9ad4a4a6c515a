package dev.asl4j.runtime.store;

import dev.asl4j.runtime.store.ExecutionStore.Census;
import dev.asl4j.runtime.store.ExecutionStore.Place;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts where executions stand; not under the store's lock, as there may be a million. */
final class MemoryCensus {
    private MemoryCensus() {}

    /** An execution. */
    record Entry(StoredExecution.Progress progress, Supplier<List<StoredFrame>> frames) {
        private Census census(long executions) {
            List<Place> places = frames.get().stream()
                    .filter(frame -> frame.phase() != StoredFrame.Phase.DONE)
                    .map(frame -> new Place(frame.place(), frame.type()))
                    .distinct()
                    .sorted(Comparator.comparing(Place::place))
                    .toList();
            return new Census(progress.fingerprint(), progress.pinned(), places, executions);
        }
    }

    static List<Census> count(List<Entry> entries) {
        Map<Census, Long> counts = new LinkedHashMap<>();
        for (Entry entry : entries) {
            counts.merge(entry.census(1), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .map(count -> new Census(
                        count.getKey().fingerprint(),
                        count.getKey().pinned(),
                        count.getKey().places(),
                        count.getValue()))
                .toList();
    }
}
