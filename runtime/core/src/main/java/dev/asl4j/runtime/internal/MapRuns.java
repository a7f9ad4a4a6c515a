package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMapRun.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Map Runs of an engine by ARN: those that run, and the last ones that have ended. */
public final class MapRuns {
    private final int retained;
    private final Map<String, StoredMapRun> runs = new LinkedHashMap<>(); // guarded by this

    MapRuns(int retained) {
        this.retained = retained;
    }

    /** The Map Run of that ARN; null if there is none. */
    public synchronized @Nullable StoredMapRun find(String arn) {
        return runs.get(arn);
    }

    synchronized void add(StoredMapRun run) {
        runs.put(run.arn(), run);
        if (runs.size() > retained) {
            int surplus = runs.size() - retained;
            var oldest = runs.values().iterator();
            List<StoredMapRun> running = new ArrayList<>();
            for (int looked = 0; surplus > 0 && looked < 16 && oldest.hasNext(); looked++) {
                StoredMapRun next = oldest.next();
                oldest.remove();
                if (next.status() == Status.RUNNING) {
                    running.add(next);
                } else {
                    surplus--;
                }
            }
            // To the back, so that those which run for long do not shield the ended ones behind them for ever.
            running.forEach(again -> runs.put(again.arn(), again));
        }
    }
}
