package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution at one moment.
 *
 * @param positions where its frames are, outer before inner; empty once it has ended
 * @param outcome how it ended; null while it runs
 */
public record Snapshot(List<Position> positions, @Nullable Outcome outcome) {

    /** The state a frame is at, that state's raw input, and since when. */
    public record Position(String state, JsonNode input, Instant since) {}

    static List<Position> positions(Driver driver) {
        List<Position> positions = new ArrayList<>();
        for (RunningFrame frame : driver.tree().live()) {
            positions.add(new Position(frame.stateName(), frame.visit().input(), frame.since()));
        }
        return positions;
    }
}
