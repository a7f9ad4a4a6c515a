package dev.asl4j.compiler;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Room for recursion: a definition may be nested 1,000 deep, and the phases recur along it. How deep the caller's own
 * thread could go depends on the JVM's options, and on what it has compiled by then.
 */
final class DeepStack {
    /** Address space; only what is used becomes memory. */
    private static final long BYTES = 64L << 20;

    private DeepStack() {}

    /** Does the work on a thread with a deep stack, and waits for it, whoever interrupts. What it throws is thrown here. */
    static <T> T call(Supplier<T> work) {
        return result(start(work));
    }

    /** Begins the work on a thread with a deep stack. */
    static <T> FutureTask<T> start(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        new Thread(null, task, "asl4j-compiler", BYTES).start();
        return task;
    }

    /** Waits for the work, whoever interrupts. What it throws is thrown here. */
    static <T> T result(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException thrown) {
                    throw rethrown(thrown);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException thrown) {
        if (thrown.getCause() instanceof Error error) {
            throw error;
        }
        return thrown.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(thrown);
    }
}
