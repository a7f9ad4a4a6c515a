package dev.asl4j.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Puts executions into a store, as an engine would, and leaves it. */
final class Filled {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Filled() {}

    /**
     * Adds an execution of {@code machine} named {@code name}, started so many minutes after {@link #START}, that took its input and stands
     * at a Wait state, or ended there.
     */
    static void add(ExecutionStore store, String machine, String name, int minutes, Status status, JsonNode input) {
        add(store, machine, name, minutes, status, input, null, List.of());
    }

    static void add(
            ExecutionStore store,
            String machine,
            String name,
            int minutes,
            Status status,
            JsonNode input,
            String parked,
            List<StoredMapRun> mapRuns) {
        Instant start = START.plusSeconds(60L * minutes);
        boolean running = status == Status.RUNNING;
        boolean succeeded = status == Status.SUCCEEDED;
        Progress progress = new Progress(
                "fingerprint",
                status,
                succeeded ? Json.parse("{\"done\": true}") : null,
                succeeded || running ? null : "Broken",
                succeeded || running ? null : "colour\u001b[31m",
                running ? null : start.plusSeconds(30),
                3,
                1,
                null,
                0,
                null,
                false,
                parked);
        StoredFrame frame = new StoredFrame(
                1,
                0,
                0,
                "Pause",
                "Pause",
                "WAIT",
                StoredFrame.Phase.WAIT,
                start,
                input,
                null,
                null,
                null,
                null,
                null,
                Json.EMPTY,
                null);
        Turn turn;
        try (StoreSession session = store.join(new Silent())) {
            long key = session.newKey();
            List<StoredMapRun> runs = mapRuns.stream()
                    .map(run ->
                            new StoredMapRun(run.arn(), key, 1, 3, run.status(), run.start(), run.stop(), run.detail()))
                    .toList();
            turn = new Turn(
                    key,
                    new Head(machine, name, ExecutionType.STANDARD, null, input, start, null),
                    progress,
                    false,
                    null,
                    succeeded ? List.of() : List.of(frame),
                    List.of(),
                    events(start, input),
                    List.of(),
                    runs,
                    List.of());
            CompletableFuture<StoreSession.Committed> done = new CompletableFuture<>();
            session.commit(turn, done::complete);
            if (done.join() != StoreSession.Committed.DONE) {
                throw new AssertionError("not stored: " + done.join());
            }
        }
    }

    private static List<HistoryEvent> events(Instant start, JsonNode input) {
        String text = input.toString();
        return List.of(
                new HistoryEvent(
                        1,
                        0,
                        start,
                        HistoryEventType.EXECUTION_STARTED,
                        Json.parse("{\"input\": " + quoted(text) + ", \"roleArn\": \"role\"}")),
                new HistoryEvent(
                        2,
                        0,
                        start,
                        HistoryEventType.WAIT_STATE_ENTERED,
                        Json.parse("{\"name\": \"Pause\", \"input\": " + quoted(text) + "}")),
                new HistoryEvent(3, 2, start.plusSeconds(30), HistoryEventType.WAIT_STATE_ABORTED, Json.EMPTY));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Nothing that a store tells. */
    static final class Silent implements StoreClient {
        @Override
        public void received(long key, StoredMessage message) {}

        @Override
        public void due() {}

        @Override
        public void ended(long key) {}

        @Override
        public void lost() {}
    }
}
