package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A turn in the making, and parts of turns. Unless told otherwise it is one of a running execution, and holds it. */
final class Turns {
    static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
    static final String MACHINE = "Orders";
    static final String FINGERPRINT = "0f1e";

    private final long key;
    private @Nullable Head head;
    private Progress progress = running();
    private boolean hold = true;
    private boolean steady;
    private @Nullable Instant wake;
    private final List<StoredFrame> changed = new ArrayList<>();
    private final List<Integer> removed = new ArrayList<>();
    private final List<HistoryEvent> events = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final List<Long> refused = new ArrayList<>();
    private final List<StoredMapRun> mapRuns = new ArrayList<>();
    private final List<Turn.Sent> sent = new ArrayList<>();

    private Turns(long key) {
        this.key = key;
    }

    /** The first turn of a Standard execution of {@link #MACHINE}. */
    static Turns start(long key, String name) {
        return start(key, head(MACHINE, name));
    }

    static Turns start(long key, Head head) {
        Turns turn = new Turns(key);
        turn.head = head;
        return turn;
    }

    static Turns of(long key) {
        return new Turns(key);
    }

    static Head head(String machine, String name) {
        return head(machine, name, START);
    }

    static Head head(String machine, String name, Instant start) {
        return new Head(machine, name, ExecutionType.STANDARD, null, Json.parse("{\"n\":1}"), start, null);
    }

    static Head express(String machine, String name, String serial) {
        return new Head(machine, name, ExecutionType.EXPRESS, serial, Json.EMPTY, START, null);
    }

    static Head child(String name, Parent parent) {
        return new Head("Child", name, ExecutionType.STANDARD, null, Json.EMPTY, START, parent);
    }

    static Progress running() {
        return progress(Status.RUNNING, null, null);
    }

    static Progress progress(Status status, @Nullable Instant stop, @Nullable String parked) {
        return new Progress(FINGERPRINT, status, null, null, null, stop, 0, 0, null, 0, null, false, parked);
    }

    static Progress definition(String fingerprint, boolean pinned) {
        return new Progress(fingerprint, Status.RUNNING, null, null, null, null, 0, 0, null, 0, null, pinned, null);
    }

    static StoredFrame frame(int id, String state) {
        return frame(id, state, "WAIT", StoredFrame.Phase.WAIT);
    }

    static StoredFrame frame(int id, String place, String type, StoredFrame.Phase phase) {
        String state = place.substring(place.lastIndexOf('/') + 1);
        return new StoredFrame(
                id, 0, 0, place, state, type, phase, START, Json.EMPTY, null, null, null, null, null, Json.EMPTY, null);
    }

    static StoredFrame activityTask(int id, String activity, Instant since) {
        StoredFrame frame = frame(id, "Work", "TASK", StoredFrame.Phase.TASK);
        return new StoredFrame(
                id,
                0,
                0,
                frame.place(),
                frame.state(),
                frame.type(),
                frame.phase(),
                since,
                Json.EMPTY,
                null,
                null,
                null,
                null,
                null,
                Json.EMPTY,
                activity);
    }

    static HistoryEvent event(long id) {
        return event(id, Json.parse("{\"name\":\"State " + id + "\"}"));
    }

    static HistoryEvent event(long id, JsonNode details) {
        return new HistoryEvent(id, id - 1, START.plusMillis(id), HistoryEventType.PASS_STATE_ENTERED, details);
    }

    static StoredMapRun mapRun(String arn, long key, long visit, StoredMapRun.Status status) {
        return new StoredMapRun(arn, key, 1, visit, status, START.plusSeconds(visit), null, Json.EMPTY);
    }

    Turns progress(Progress now) {
        progress = now;
        return this;
    }

    /** Goes on as before, and comes so far. */
    Turns steady(long lastEvent, int lastFrame) {
        steady = true;
        return progress(new Progress(
                FINGERPRINT, Status.RUNNING, null, null, null, null, lastEvent, lastFrame, null, 0, null, false, null));
    }

    Turns ended(Status status, Instant stop) {
        hold = false;
        return progress(progress(status, stop, null));
    }

    /** Lets go until then; until a message comes, if null. */
    Turns release(@Nullable Instant until) {
        hold = false;
        wake = until;
        return this;
    }

    Turns frames(StoredFrame... frames) {
        changed.addAll(List.of(frames));
        return this;
    }

    Turns without(Integer... frames) {
        removed.addAll(List.of(frames));
        return this;
    }

    Turns events(HistoryEvent... more) {
        events.addAll(List.of(more));
        return this;
    }

    /** Takes messages that are of no use. */
    Turns refused(Long... messages) {
        refused.addAll(List.of(messages));
        return taken(messages);
    }

    Turns taken(Long... messages) {
        taken.addAll(List.of(messages));
        return this;
    }

    Turns mapRuns(StoredMapRun... runs) {
        mapRuns.addAll(List.of(runs));
        return this;
    }

    Turns send(long to, StoredMessage.Kind kind, StoredMessage.Body body) {
        sent.add(new Turn.Sent(to, kind, body));
        return this;
    }

    Turn build() {
        return new Turn(
                key,
                head,
                progress,
                hold,
                wake,
                List.copyOf(changed),
                List.copyOf(removed),
                List.copyOf(events),
                List.copyOf(taken),
                List.copyOf(mapRuns),
                List.copyOf(sent),
                List.copyOf(refused),
                steady);
    }
}
