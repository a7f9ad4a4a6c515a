package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.store.Turn;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns of a session as rows; on the threads of the engine, so that the writer has as little to do as possible. */
final class Encoder {
    private final long session;
    private final int threshold;

    /** Long values that are known to be in the database. */
    private final KnownPayloads known = new KnownPayloads();

    /** Held executions that had ended or were parked when they were claimed: their next turn changes more than others do. */
    private final Set<Long> unusual = ConcurrentHashMap.newKeySet();

    Encoder(long session, int threshold) {
        this.session = session;
        this.threshold = threshold;
    }

    /** The execution had ended or was parked when it was claimed. */
    void unusual(long key) {
        unusual.add(key);
    }

    EncodedTurn encode(Turn turn, Consumer<Committed> done) {
        EncodedTurn encoded = new EncodedTurn(turn, done);
        Payloads payloads = payloads(turn.key(), encoded);
        boolean running = turn.progress().status() == Status.RUNNING;
        encodeExecution(turn, running, payloads, encoded);
        for (long id : turn.taken()) {
            encoded.add(turn.refused().contains(id) ? Step.REFUSE : Step.TAKE, Row.of(turn.key(), id));
        }
        turn.removed().forEach(id -> encoded.add(Step.REMOVE_FRAMES, Row.of(turn.key(), id)));
        for (StoredFrame frame : turn.changed()) {
            encoded.add(Step.PUT_FRAMES, FrameRows.of(turn, frame, payloads, isOffered(turn)));
        }
        if (!turn.events().isEmpty()) {
            encoded.add(Step.EVENTS, EventRows.of(turn.key(), turn.events(), payloads));
        }
        for (StoredMapRun run : turn.mapRuns()) {
            encoded.add(Step.MAP_RUNS, MapRunRows.of(run, payloads(run.execution(), encoded)));
        }
        for (Turn.Sent sent : turn.sent()) {
            encoded.add(Step.SEND, message(sent.to(), sent.kind(), sent.body()));
            encoded.add(Step.WAKE_FOR_MAIL, Row.of(sent.to()));
        }
        return encoded;
    }

    /** Whether workers may get its tasks: whoever takes one from an execution that cannot go on waits in vain. */
    private static boolean isOffered(Turn turn) {
        return turn.progress().status() == Status.RUNNING && turn.progress().parked() == null;
    }

    private void encodeExecution(Turn turn, boolean running, Payloads payloads, EncodedTurn encoded) {
        long key = turn.key();
        boolean held = turn.hold() && running;
        Long holder = held ? session : null;
        Long wake = held || !running || turn.wake() == null ? null : (Long) Micros.notBefore(turn.wake());
        if (turn.head() != null) {
            encoded.start = ExecutionRows.start(key, turn.head(), turn.progress(), payloads, holder, wake);
        } else if (held && turn.progress().parked() == null && !unusual.contains(key)) {
            if (turn.steady() && !turn.changed().isEmpty()) {
                return; // the frames say how far it has come
            }
            encoded.add(Step.PROGRESS, ExecutionRows.steady(key, turn.progress(), session));
        } else {
            encoded.add(Step.CHANGE, ExecutionRows.changing(key, turn.progress(), payloads, holder, wake, session));
        }
        if (!isOffered(turn)) {
            encoded.add(Step.CLOSE_QUEUE, Row.of(key));
        } else if (unusual.contains(key)) {
            encoded.add(Step.OPEN_QUEUE, Row.of(key));
        }
        if (!running) {
            encoded.add(Step.REFUSE_MAIL, Row.of(key));
            encoded.add(Step.DROP_MAIL, Row.of(key));
        }
        if (!held) {
            encoded.add(Step.WAKE_FOR_MAIL, Row.of(key));
        }
    }

    /** A message for {@link MessageRows#SEND}. */
    static Row message(long to, Kind kind, Body body) {
        return MessageRows.of(to, kind, body, new Payloads(Integer.MAX_VALUE, (hash, content) -> {}));
    }

    private Payloads payloads(long execution, EncodedTurn encoded) {
        return new Payloads(threshold, (hash, content) -> {
            if (!known.contains(execution, hash)) {
                encoded.add(Step.PAYLOADS, Row.of(execution, hash, content));
            }
        });
    }

    /** The turn is durable. */
    void committed(EncodedTurn encoded) {
        Turn turn = encoded.turn;
        for (EncodedTurn.Change change : encoded.changes) {
            if (change.step() == Step.PAYLOADS) {
                known.add((Long) change.row().required(0), (String) change.row().required(1));
            }
        }
        if (turn.hold() && turn.progress().parked() != null) {
            unusual.add(turn.key());
        } else if (!unusual.isEmpty()) {
            unusual.remove(turn.key());
        }
    }

    /** The last long values that were kept. */
    private static final class KnownPayloads {
        private static final int LIMIT = 10_000;

        private final java.util.LinkedHashMap<Known, Boolean> last = new java.util.LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(java.util.Map.@Nullable Entry<Known, Boolean> eldest) {
                return size() > LIMIT;
            }
        };

        private record Known(long execution, String hash) {}

        synchronized boolean contains(long execution, String hash) {
            return last.containsKey(new Known(execution, hash));
        }

        synchronized void add(long execution, String hash) {
            last.put(new Known(execution, hash), true);
        }
    }
}
