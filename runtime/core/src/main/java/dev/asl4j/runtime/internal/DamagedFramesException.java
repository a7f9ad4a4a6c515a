package dev.asl4j.runtime.internal;

/** The stored frames of an execution contradict themselves: nothing can be made of them. */
final class DamagedFramesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message shows no data of executions */
    DamagedFramesException(String message) {
        super(message);
    }
}
