package dev.asl4j.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.List;

/** Turns to try stores with. Turn n of an execution writes event n, and the frame at state Sn. */
final class Sample {
    static final String MACHINE = "Orders";
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Sample() {}

    /** The first turn of an execution. */
    static Turn start(long key) {
        return start(key, Json.EMPTY);
    }

    static Turn start(long key, JsonNode input) {
        Head head = new Head(MACHINE, "n" + key, ExecutionType.STANDARD, null, input, START, null);
        Turn turn = turn(key, 1, input);
        return new Turn(
                key,
                head,
                turn.progress(),
                true,
                null,
                turn.changed(),
                List.of(),
                turn.events(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Another turn, after which it is held. */
    static Turn next(long key, long number) {
        return turn(key, number, Json.EMPTY);
    }

    static Turn next(long key, long number, JsonNode value) {
        return turn(key, number, value);
    }

    /** Another turn that changes nothing but where it stands. */
    static Turn steady(long key, long number) {
        Turn turn = turn(key, number, Json.EMPTY);
        return new Turn(
                key,
                null,
                turn.progress(),
                true,
                null,
                turn.changed(),
                List.of(),
                turn.events(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true);
    }

    /** The same, but nobody holds it then. */
    static Turn released(Turn turn) {
        return new Turn(
                turn.key(),
                turn.head(),
                turn.progress(),
                false,
                null,
                turn.changed(),
                List.of(),
                turn.events(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The last turn. */
    static Turn ended(long key, long number, Status status) {
        Turn turn = turn(key, number, Json.EMPTY);
        Progress progress = new Progress(
                "f", status, null, null, null, START.plusSeconds(number), number, 1, null, 0, null, false, null);
        return new Turn(
                key,
                null,
                progress,
                false,
                null,
                turn.changed(),
                List.of(),
                turn.events(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Turn turn(long key, long number, JsonNode value) {
        StoredFrame frame = new StoredFrame(
                1,
                0,
                0,
                "S" + number,
                "S" + number,
                "TASK",
                StoredFrame.Phase.TASK,
                START,
                value,
                null,
                null,
                value,
                null,
                null,
                Json.EMPTY,
                null);
        JsonNode details =
                Json.object().set("input", TextNode.valueOf(Json.write(value))).build();
        HistoryEvent event = new HistoryEvent(
                number, number - 1, START.plusSeconds(number), HistoryEventType.TASK_STATE_ENTERED, details);
        Progress progress =
                new Progress("f", Status.RUNNING, null, null, null, null, number, 1, null, 0, null, false, null);
        return new Turn(
                key,
                null,
                progress,
                true,
                null,
                List.of(frame),
                List.of(),
                List.of(event),
                List.of(),
                List.of(),
                List.of());
    }
}
