package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.dataset.ExecutionRecord;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One item or batch of a Map Run, as the parent sees it. */
final class ChildExecution {
    private final Identity identity;
    private final int position;
    private final int items;
    private final int size;
    private long key;
    private int redrives;
    private boolean leftOver;

    /**
     * A child that is to be started.
     *
     * @param position its place among the results, from 0
     * @param items how many items it stands for
     */
    ChildExecution(Identity identity, int position, int items) {
        this.identity = identity;
        this.position = position;
        this.items = items;
        size = Json.size(identity.input());
    }

    /** A child that was found in the store. */
    static ChildExecution of(StoredExecution stored, Settings settings, Environment environment) {
        StoredExecution.Parent place = Objects.requireNonNull(stored.head().parent());
        ChildExecution child =
                new ChildExecution(new Identity(stored.head(), settings, environment), place.position(), place.items());
        child.key = stored.key();
        child.redrives = stored.progress().redriveCount();
        return child;
    }

    Identity identity() {
        return identity;
    }

    /** How many items it stands for. */
    int items() {
        return items;
    }

    int position() {
        return position;
    }

    /** Of its input, in bytes. */
    int size() {
        return size;
    }

    /** Its key; 0 until it is started. */
    long key() {
        return key;
    }

    void started(long key) {
        this.key = key;
    }

    /** Whether it was told to end when the Map Run had ended, and is to go on after that. */
    boolean isLeftOver() {
        return leftOver;
    }

    void leftOver() {
        leftOver = true;
    }

    /** It goes on after it has ended. */
    void redriven() {
        redrives++;
        leftOver = false;
    }

    /** What is kept of it. */
    ExecutionRecord record(Outcome outcome) {
        @Nullable Failure failure = outcome.failure();
        @Nullable JsonNode output = outcome.output();
        return new ExecutionRecord(
                identity.id(),
                identity.machineId(),
                identity.name(),
                identity.type() == ExecutionType.EXPRESS,
                outcome.ending().name(),
                identity.input(),
                output,
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause(),
                identity.start(),
                outcome.time(),
                redrives);
    }

    /** How a stored execution has ended; null if it runs. */
    static @Nullable Outcome outcome(StoredExecution stored) {
        Progress progress = stored.progress();
        @Nullable
        Ending ending = switch (progress.status()) {
            case RUNNING -> null;
            case SUCCEEDED -> Ending.SUCCEEDED;
            case FAILED -> Ending.FAILED;
            case TIMED_OUT -> Ending.TIMED_OUT;
            case ABORTED -> Ending.ABORTED;
        };
        if (ending == null) {
            return null;
        }
        Failure failure = switch (ending) {
            case SUCCEEDED -> null;
            case TIMED_OUT -> Failure.TIMEOUT;
            case FAILED, ABORTED -> Failure.of(progress.error(), progress.cause());
        };
        return new Outcome(
                ending,
                progress.output(),
                failure,
                Objects.requireNonNullElse(progress.stop(), stored.head().start()));
    }
}
