package dev.asl4j.runtime.store;

import dev.asl4j.runtime.spi.HistoryEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of an execution has changed: durable together, or not at all.
 *
 * @param key of the execution
 * @param head of an execution that is started by this turn; null for one that exists
 * @param progress as it is after the turn
 * @param hold whether the session goes on holding it; what has ended is never held
 * @param wake when it is to go on, if it is not held: null means when a message comes
 * @param changed frames that are new or not what they were
 * @param removed ids of frames that are gone
 * @param events new ones, by id
 * @param taken ids of the messages that were taken
 * @param mapRuns new or not what they were
 * @param sent messages to other executions
 * @param refused those among the messages taken that found nothing to be taken for: whoever {@linkplain StoreSession#post posted} them hears of it
 * @param steady whether the progress is as after the turn before, but for {@code lastEvent} and {@code lastFrame}: a store that keeps these
 *     elsewhere need not write it
 */
public record Turn(
        long key,
        StoredExecution.@Nullable Head head,
        StoredExecution.Progress progress,
        boolean hold,
        @Nullable Instant wake,
        List<StoredFrame> changed,
        List<Integer> removed,
        List<HistoryEvent> events,
        List<Long> taken,
        List<StoredMapRun> mapRuns,
        List<Sent> sent,
        List<Long> refused,
        boolean steady) {

    /** One that refuses no message, and of which nothing is known beforehand. */
    public Turn(
            long key,
            StoredExecution.@Nullable Head head,
            StoredExecution.Progress progress,
            boolean hold,
            @Nullable Instant wake,
            List<StoredFrame> changed,
            List<Integer> removed,
            List<HistoryEvent> events,
            List<Long> taken,
            List<StoredMapRun> mapRuns,
            List<Sent> sent) {
        this(key, head, progress, hold, wake, changed, removed, events, taken, mapRuns, sent, List.of(), false);
    }

    /** A message that an execution sends to another one; one to an execution that does not run any more is dropped. */
    public record Sent(long to, StoredMessage.Kind kind, StoredMessage.Body body) {}

    /** Shows no data. */
    @Override
    public String toString() {
        return "Turn[" + key + ", " + progress + "]";
    }
}
