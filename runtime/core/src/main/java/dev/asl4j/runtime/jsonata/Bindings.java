package dev.asl4j.runtime.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can refer to, and its seam to time and chance. Each method is called only when the expression reads
 * what it stands for, so nothing need be built beforehand. All values are frozen.
 */
public interface Bindings {
    /** {@code $states.input}. */
    JsonNode input();

    /** {@code $states.context}. */
    JsonNode context();

    /** {@code $states.result}; null where there is none. */
    @Nullable
    JsonNode result();

    /** {@code $states.errorOutput}; null where there is none. */
    @Nullable
    JsonNode errorOutput();

    /** A variable of the state machine by its name without the dollar sign; null if it has no value. */
    @Nullable
    JsonNode variable(String name);

    /** A number from 0 (inclusive) to 1 (exclusive), for {@code $random} without a seed and {@code $shuffle}. */
    double random();

    /** A new id, for {@code $uuid}. */
    UUID newId();

    /** The time, for {@code $now} and {@code $millis}; asked at most once for an evaluation. */
    Instant now();
}
