package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a store would have of one execution: all JSON goes through text. */
final class StoredCopy {
    static final long KEY = (7L << 40) | 3;

    private final Map<Integer, StoredFrame> frames = new TreeMap<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private int written;

    /** Takes in a turn. */
    void apply(Checkpoint checkpoint) {
        for (int id : checkpoint.removed()) {
            assertThat(frames.remove(id))
                    .as("a frame that is removed was there: " + id)
                    .isNotNull();
        }
        for (StoredFrame frame : checkpoint.changed()) {
            frames.put(frame.id(), throughText(frame));
            written++;
        }
        for (HistoryEvent event : checkpoint.events()) {
            assertThat(event.id()).as("events have no gaps").isEqualTo(events.size() + 1L);
            events.add(new HistoryEvent(
                    event.id(),
                    event.previousEventId(),
                    event.timestamp(),
                    event.type(),
                    throughText(event.details())));
        }
    }

    List<StoredFrame> frames() {
        return List.copyOf(frames.values());
    }

    int size() {
        return frames.size();
    }

    List<HistoryEvent> events() {
        return events;
    }

    /** How many rows were written in all. */
    int written() {
        return written;
    }

    /** The execution's own row. */
    static StoredExecution execution(Driver driver) {
        Identity identity = driver.identity();
        @Nullable Outcome outcome = driver.outcome();
        Head head = new Head(
                identity.machine(), identity.name(), identity.type(), null, identity.input(), identity.start(), null);
        Progress progress = new Progress(
                driver.machine().fingerprint(),
                outcome == null
                        ? Status.RUNNING
                        : Status.valueOf(outcome.ending().name()),
                outcome == null ? null : outcome.output(),
                outcome == null || outcome.failure() == null
                        ? null
                        : outcome.failure().error(),
                outcome == null || outcome.failure() == null
                        ? null
                        : outcome.failure().cause(),
                outcome == null ? null : outcome.time(),
                driver.history().last(),
                driver.tree().last(),
                driver.deadline(),
                driver.redrives().count(),
                driver.redrives().last(),
                false,
                null);
        return new StoredExecution(KEY, head, progress);
    }

    static StoredFrame throughText(StoredFrame frame) {
        return new StoredFrame(
                frame.id(),
                frame.parent(),
                frame.index(),
                frame.place(),
                frame.state(),
                frame.type(),
                frame.phase(),
                frame.since(),
                throughText(frame.input()),
                optional(frame.value()),
                optional(frame.variables()),
                optional(frame.work()),
                optional(frame.items()),
                optional(frame.item()),
                throughText(frame.detail()),
                frame.activity());
    }

    private static @Nullable JsonNode optional(@Nullable JsonNode value) {
        return value == null ? null : throughText(value);
    }

    private static JsonNode throughText(JsonNode value) {
        return Json.parse(Json.write(value));
    }
}
