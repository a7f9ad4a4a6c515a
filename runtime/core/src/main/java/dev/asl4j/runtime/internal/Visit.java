package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.StoredFrame;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A frame's stay at one state, but for its number and raw input: what it asked for, its retries. The same object serves one visit after another. */
final class Visit {
    private static final int[] NONE = {};

    private long enteredEvent;
    private long eventBefore;
    private @Nullable Instant since;
    private @Nullable Effect effect;
    private @Nullable String token;
    private @Nullable String mapRun;
    private int[] retries = NONE;
    private int retryCount;
    private @Nullable Instant taskScheduled;
    private @Nullable Instant taskStarted;
    private boolean plain; // nothing but the state and its input

    /** Another state is entered. */
    void begin() {
        if (!plain) {
            plain = true;
            since = null;
            effect = null;
            token = null;
            mapRun = null;
            taskScheduled = null;
            taskStarted = null;
            forgetRetries();
        }
    }

    /** The state may be retried as often as at first. */
    void forgetRetries() {
        retries = NONE;
        retryCount = 0;
    }

    /** Adds what {@link #restore} needs, but for what was asked for. */
    void note(ObjectBuilder detail) {
        Notes.set(detail, Notes.ENTERED, enteredEvent);
        Notes.set(detail, Notes.BEFORE, eventBefore);
        if (retries.length > 0) {
            JsonNode[] counts = new JsonNode[retries.length];
            Arrays.setAll(counts, i -> IntNode.valueOf(retries[i]));
            detail.set(Notes.RETRIES, Json.array(counts));
        }
        Notes.set(detail, Notes.TOKEN, token);
        Notes.set(detail, Notes.MAP_RUN, mapRun);
        Notes.set(detail, Notes.SCHEDULED_AT, taskScheduled);
        Notes.set(detail, Notes.STARTED_AT, taskStarted);
    }

    /**
     * As it was when it was stored.
     *
     * @param retriers how many the state has now
     */
    void restore(StoredFrame row, @Nullable Effect effect, int retriers) {
        begin();
        plain = false;
        this.effect = effect;
        since = row.since();
        JsonNode detail = row.detail();
        enteredEvent = Notes.number(detail, Notes.ENTERED);
        eventBefore = Notes.number(detail, Notes.BEFORE);
        token = Notes.text(detail, Notes.TOKEN);
        mapRun = Notes.text(detail, Notes.MAP_RUN);
        taskScheduled = Notes.instant(detail, Notes.SCHEDULED_AT);
        taskStarted = Notes.instant(detail, Notes.STARTED_AT);
        JsonNode counts = detail.path(Notes.RETRIES);
        if (!counts.isEmpty() && retriers > 0) {
            retries = new int[retriers];
            for (int i = 0; i < counts.size(); i++) {
                int count = counts.get(i).asInt();
                retryCount += count;
                if (i < retriers) {
                    retries[i] = count;
                }
            }
        }
    }

    /** Whether there is nothing of it but the state and its input. */
    boolean isPlain() {
        return plain;
    }

    /** Id of the event by which the state was entered. */
    long enteredEvent() {
        return enteredEvent;
    }

    /** The event that one follows upon. */
    long eventBefore() {
        return eventBefore;
    }

    void entered(long event, long before) {
        enteredEvent = event;
        eventBefore = before;
    }

    /** When the state was entered; read from the clock at the first need. */
    Instant since(Environment environment) {
        if (since == null) {
            plain = false;
            since = environment.now();
        }
        return since;
    }

    @Nullable
    Effect effect() {
        return effect;
    }

    void effect(@Nullable Effect effect) {
        plain = false;
        this.effect = effect;
    }

    /** The token of the attempt, drawn at the first need, for a frame of an execution with that key. */
    String token(Environment environment, long key, int frame) {
        if (token == null) {
            plain = false;
            token = Token.draw(environment, key, frame);
        }
        return token;
    }

    boolean isTokenDrawn() {
        return token != null;
    }

    /**
     * The next attempt gets another one.
     *
     * @param inParameters whether its parameters are evaluated anew for it
     */
    void forgetToken(boolean inParameters) {
        token = null;
        if (inParameters) {
            effect = null;
        }
    }

    /** The state has asked for nothing. */
    void forgetEffect() {
        forgetToken(true);
        mapRun = null;
    }

    /** The ARN of the Map Run that the state has started; null if it has started none. */
    @Nullable
    String mapRun() {
        return mapRun;
    }

    void mapRun(@Nullable String arn) {
        plain = false;
        mapRun = arn;
    }

    int retryCount() {
        return retryCount;
    }

    /** How often a retrier of the state has been used. */
    int retriesOf(int retrier) {
        return retrier < retries.length ? retries[retrier] : 0;
    }

    /** Counts a retry of one of so many retriers. */
    void countRetry(int retrier, int retriers) {
        plain = false;
        if (retries.length == 0) {
            retries = new int[retriers];
        }
        retries[retrier]++;
        retryCount++;
    }

    /** When the last attempt of a task was scheduled; null if there is none, or nobody wants to know. */
    @Nullable
    Instant taskScheduled() {
        return taskScheduled;
    }

    void taskScheduled(Instant time) {
        plain = false;
        taskScheduled = time;
        taskStarted = null;
    }

    /** When it was started; null if it was not, or nobody wants to know. */
    @Nullable
    Instant taskStarted() {
        return taskStarted;
    }

    void taskStarted(Instant time) {
        plain = false;
        taskStarted = time;
    }
}
