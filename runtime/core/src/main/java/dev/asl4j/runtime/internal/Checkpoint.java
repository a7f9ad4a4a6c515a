package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.Turn;
import java.util.List;

/**
 * What a driver has changed since the last one, for the store.
 *
 * @param changed frames that are new or not what they were
 * @param removed ids of frames that are gone and were in a checkpoint before
 * @param events new ones
 * @param mapRuns new or not what they were
 * @param sent messages to other executions
 */
record Checkpoint(
        List<StoredFrame> changed,
        List<Integer> removed,
        List<HistoryEvent> events,
        List<StoredMapRun> mapRuns,
        List<Turn.Sent> sent) {}
