package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.ErrorOutput;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.error.StateFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error on its way from a state outwards.
 *
 * @param error its name; null if there is none (a Fail state without {@code Error})
 * @param cause what happened; null if there is nothing to say
 * @param heartbeat a missed heartbeat: named {@code States.Timeout}, caught by {@code States.HeartbeatTimeout} as well
 * @param thrown what a handler threw in this process
 */
public record Failure(
        @Nullable String error,
        @Nullable String cause,
        boolean heartbeat,
        @Nullable Throwable thrown) {
    /** A task took longer than its {@code TimeoutSeconds}, or an execution longer than its own. */
    static final Failure TIMEOUT = new Failure(ErrorNames.TIMEOUT, null, false, null);

    /** A task was silent for longer than its {@code HeartbeatSeconds}. */
    static final Failure HEARTBEAT = new Failure(ErrorNames.TIMEOUT, null, true, null);

    private static final int LONGEST_ERROR = 256;
    private static final int LONGEST_CAUSE = 32_768;

    /** Cuts error and cause at AWS's limits, in characters. */
    public Failure {
        error = cut(error, LONGEST_ERROR);
        cause = cut(cause, LONGEST_CAUSE);
    }

    /** An error with a name and a cause. */
    static Failure of(@Nullable String error, @Nullable String cause) {
        return new Failure(error, cause, false, null);
    }

    /** What generated code threw at a state: a data error, or a fault that is no error of the user's. */
    static Failure atState(RunningFrame frame, Throwable thrown) {
        String prefix = "An error occurred while executing the state '" + frame.stateName()
                + "' (entered at the event id #" + frame.visit().enteredEvent() + "). ";
        if (thrown instanceof StateFailure failure) {
            return of(failure.error(), prefix + failure.cause());
        }
        return new Failure(ErrorNames.RUNTIME, prefix + "The state could not be executed: " + thrown, false, thrown);
    }

    /** Whether nothing can retry or catch it: it ends the execution where it stands. */
    boolean isFinal() {
        return ErrorNames.RUNTIME.equals(error);
    }

    /** Whether a limit of time was reached. */
    boolean isTimeout() {
        return ErrorNames.TIMEOUT.equals(error);
    }

    /** Whether a retrier or catcher with these names is for this error (names are compared exactly). */
    boolean matches(List<String> errorEquals) {
        if (isFinal()) {
            return false;
        }
        for (String name : errorEquals) {
            boolean matches = switch (name) {
                case ErrorNames.ALL -> true;
                case ErrorNames.TASK_FAILED -> !ErrorNames.TIMEOUT.equals(error);
                case ErrorNames.HEARTBEAT_TIMEOUT -> heartbeat || name.equals(error);
                default -> name.equals(error);
            };
            if (matches) {
                return true;
            }
        }
        return false;
    }

    /** The error output a catcher places: {@code Error} and {@code Cause}, as far as there are any. */
    JsonNode output() {
        boolean silent = cause == null && ErrorNames.TIMEOUT.equals(error);
        return ErrorOutput.of(error, silent ? "" : cause); // an empty cause for timeouts: observed on AWS
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
