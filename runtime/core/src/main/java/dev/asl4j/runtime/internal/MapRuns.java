package dev.asl4j.runtime.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Map Runs of an engine by ARN: those that run, and the last ones that have ended. */
public final class MapRuns {
    private final int retained;
    private final Map<String, MapRun> runs = new LinkedHashMap<>(); // guarded by this

    MapRuns(int retained) {
        this.retained = retained;
    }

    /** The Map Run of that ARN; null if there is none. */
    public synchronized @Nullable MapRun find(String arn) {
        return runs.get(arn);
    }

    synchronized void add(MapRun run) {
        runs.put(run.arn(), run);
        if (runs.size() > retained) {
            int surplus = runs.size() - retained;
            var oldest = runs.values().iterator();
            // A few at the front may run for long; those behind them have their turn when more are added.
            for (int looked = 0; surplus > 0 && looked < 16 && oldest.hasNext(); looked++) {
                if (oldest.next().view().status() != MapRun.Status.RUNNING) {
                    oldest.remove();
                    surplus--;
                }
            }
        }
    }
}
