package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A frame's stay at one state: its raw input, what it asked for, its retries. The same object serves one visit after another. */
final class Visit {
    private static final int[] NONE = {};

    private int state;
    private JsonNode input;
    private long enteredEvent;
    private long eventBefore;
    private @Nullable Instant since;
    private @Nullable Effect effect;
    private @Nullable String token;
    private int[] retries = NONE;
    private int retryCount;
    private @Nullable Instant taskScheduled;
    private @Nullable Instant taskStarted;

    Visit(int state, JsonNode input) {
        this.state = state;
        this.input = input;
    }

    void begin(int state, JsonNode input) {
        this.state = state;
        this.input = input;
        since = null;
        effect = null;
        token = null;
        retries = NONE;
        retryCount = 0;
        taskScheduled = null;
        taskStarted = null;
    }

    int state() {
        return state;
    }

    JsonNode input() {
        return input;
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
            since = environment.now();
        }
        return since;
    }

    @Nullable
    Effect effect() {
        return effect;
    }

    void effect(@Nullable Effect effect) {
        this.effect = effect;
    }

    /** The token of the attempt, drawn at the first need. */
    String token(Environment environment) {
        if (token == null) {
            token = Token.draw(environment);
        }
        return token;
    }

    boolean isTokenDrawn() {
        return token != null;
    }

    /** The next attempt gets another one, for which its parameters are evaluated anew. */
    void forgetToken() {
        token = null;
        effect = null;
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
        taskScheduled = time;
        taskStarted = null;
    }

    /** When it was started; null if it was not, or nobody wants to know. */
    @Nullable
    Instant taskStarted() {
        return taskStarted;
    }

    void taskStarted(Instant time) {
        taskStarted = time;
    }
}
