package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;

import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An execution as a store would keep it, put together for a test: one that has failed, if nothing else is said. */
record Stored(
        ExecutionType type,
        Status status,
        @Nullable Instant stop,
        long lastEvent,
        @Nullable Parent parent) {
    static final Parent OF_MAP_RUN = new Parent(7, 3, "arn:of:the:map:run", 2, 5);
    static final Parent OF_TASK = new Parent(7, 3, null, 0, 0);

    static Stored execution() {
        return new Stored(ExecutionType.STANDARD, Status.FAILED, START.plusSeconds(60), 9, null);
    }

    Stored type(ExecutionType type) {
        return new Stored(type, status, stop, lastEvent, parent);
    }

    Stored status(Status status) {
        return new Stored(type, status, status == Status.RUNNING ? null : stop, lastEvent, parent);
    }

    Stored lastEvent(long lastEvent) {
        return new Stored(type, status, stop, lastEvent, parent);
    }

    Stored parent(Parent parent) {
        return new Stored(type, status, stop, lastEvent, parent);
    }

    StoredExecution build() {
        boolean isSuccess = status == Status.SUCCEEDED;
        boolean isFailure = !isSuccess && status != Status.RUNNING;
        String serial = type == ExecutionType.EXPRESS ? "0-1-2-3-4" : null;
        return new StoredExecution(
                42,
                new Head("machine", "order-42", type, serial, json("{'in': 1}"), START, parent),
                new Progress(
                        "fingerprint",
                        status,
                        isSuccess ? json("{'out': 2}") : null,
                        isFailure ? "Wrong" : null,
                        isFailure ? "it went wrong" : null,
                        stop,
                        lastEvent,
                        3,
                        null,
                        1,
                        START.plusSeconds(30),
                        false,
                        status == Status.RUNNING ? "no state Charge" : null));
    }

    static StoredFrame frame(int id, int parent, int index, String state, Phase phase) {
        return new StoredFrame(
                id,
                parent,
                index,
                state,
                state,
                "TASK",
                phase,
                START.plusSeconds(id),
                json("{'frame': " + id + "}"),
                null,
                null,
                null,
                null,
                null,
                json("{}"),
                null);
    }
}
