package dev.asl4j.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A state could not be executed. Thrown by data access and generated code, turned into the error of the state by the
 * driver, which adds AWS's prefix {@code An error occurred while executing the state ...} to the cause.
 *
 * <p>Has no stack trace: it reports the definition or its data, not a place in Java code, and is part of a normal run.
 */
public final class StateFailure extends RuntimeException {
    private final String error;
    private final String cause;
    private final @Nullable String location;
    private final boolean refused;

    /**
     * @param error error name, see {@link ErrorNames}
     * @param cause what went wrong, as AWS words it, without the prefix
     */
    public StateFailure(String error, String cause) {
        this(error, cause, null, false);
    }

    private StateFailure(String error, String cause, @Nullable String location, boolean refused) {
        super(error + ": " + cause, null, false, false);
        this.error = error;
        this.cause = cause;
        this.location = location;
        this.refused = refused;
    }

    /** A {@link ErrorNames#RUNTIME} failure: never retried, never caught. */
    public static StateFailure runtime(String cause) {
        return new StateFailure(ErrorNames.RUNTIME, cause);
    }

    /** A {@link ErrorNames#INTRINSIC_FAILURE} failure. */
    public static StateFailure intrinsic(String cause) {
        return new StateFailure(ErrorNames.INTRINSIC_FAILURE, cause);
    }

    /**
     * A {@link ErrorNames#QUERY_EVALUATION_ERROR}: an expression could not be evaluated, or gave what its field cannot take. The
     * history has an {@code EvaluationFailed} for it.
     *
     * @param location the field, {@code Output/total} or {@code Choices[1]/Condition}; null if the fault is not one field's
     */
    public static StateFailure query(String cause, @Nullable String location) {
        return new StateFailure(ErrorNames.QUERY_EVALUATION_ERROR, cause, location, false);
    }

    /**
     * A {@link ErrorNames#QUERY_EVALUATION_ERROR} of a state that has evaluated everything and then refuses a value: the {@code
     * Timestamp} of a Wait. It differs from {@link #query} in the event that {@code EvaluationFailed} follows upon.
     *
     * @param location the field
     */
    public static StateFailure refused(String cause, String location) {
        return new StateFailure(ErrorNames.QUERY_EVALUATION_ERROR, cause, location, true);
    }

    /** The error name. */
    public String error() {
        return error;
    }

    /** The cause, without AWS's prefix. */
    public String cause() {
        return cause;
    }

    /** The field whose expression failed; null if there is none. */
    public @Nullable String location() {
        return location;
    }

    /** Whether the state was already under way. */
    public boolean isRefused() {
        return refused;
    }
}
