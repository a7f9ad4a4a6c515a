package dev.asl4j.runtime.error;

/**
 * A state could not be executed. Thrown by data access and generated code, turned into the error of the state by the
 * driver, which adds AWS's prefix {@code An error occurred while executing the state ...} to the cause.
 *
 * <p>Has no stack trace: it reports the definition or its data, not a place in Java code, and is part of a normal run.
 */
public final class StateFailure extends RuntimeException {
    private final String error;
    private final String cause;

    /**
     * @param error error name, see {@link ErrorNames}
     * @param cause what went wrong, as AWS words it, without the prefix
     */
    public StateFailure(String error, String cause) {
        super(error + ": " + cause, null, false, false);
        this.error = error;
        this.cause = cause;
    }

    /** A {@link ErrorNames#RUNTIME} failure: never retried, never caught. */
    public static StateFailure runtime(String cause) {
        return new StateFailure(ErrorNames.RUNTIME, cause);
    }

    /** A {@link ErrorNames#INTRINSIC_FAILURE} failure. */
    public static StateFailure intrinsic(String cause) {
        return new StateFailure(ErrorNames.INTRINSIC_FAILURE, cause);
    }

    /** The error name. */
    public String error() {
        return error;
    }

    /** The cause, without AWS's prefix. */
    public String cause() {
        return cause;
    }
}
