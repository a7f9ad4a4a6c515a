package dev.asl4j.runtime.internal;

/** Unwinds a thread that was in a handler for so long that another thread goes on with its execution. Not for generated code to catch. */
final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    TakenOver() {
        super("another thread goes on with the execution", null, false, false);
    }
}
