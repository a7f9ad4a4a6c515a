package dev.asl4j.runtime.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which executions are wanted; null stands for all. Children of Map Runs are never among them.
 *
 * @param machine name of the state machine
 * @param startedFrom started then or later
 * @param startedBefore started earlier
 * @param namePrefix how the name begins
 * @param parked only those that cannot go on with the definitions there are
 * @param after the execution after which the page begins; null for the first page
 * @param limit at most so many, from 1
 */
public record ExecutionQuery(
        @Nullable String machine,
        StoredExecution.@Nullable Status status,
        @Nullable Instant startedFrom,
        @Nullable Instant startedBefore,
        @Nullable String namePrefix,
        boolean parked,
        @Nullable Cursor after,
        int limit) {

    /** A place in the order of executions: by start, then key, both descending. */
    public record Cursor(Instant start, long key) {}
}
