package dev.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** What tests do beside their own thread, and how they wait for it. */
final class OwnThread {
    /** A thread for each task: those of a test wait for each other, and the common pool may have a single one. */
    static final Executor EACH = task -> new Thread(task).start();

    private OwnThread() {}

    /** Until it is so; a timeout of the test ends this, as it interrupts. */
    static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("waited in vain")
                    .isFalse();
            Thread.onSpinWait();
        }
    }
}
