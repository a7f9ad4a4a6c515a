package dev.asl4j.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;

/** Holds work to a time of the processor, whatever else the machine does meanwhile; what has no end is broken off. */
final class ProcessorTime {
    private static final int PATIENCE = 20;

    private ProcessorTime() {}

    static <T> T within(int seconds, Supplier<T> work) {
        Duration limit = Duration.ofSeconds(seconds);
        return Assertions.assertTimeoutPreemptively(limit.multipliedBy(PATIENCE), () -> {
            long begin = ofThisThread();
            T result = work.get();
            assertThat(Duration.ofNanos(ofThisThread() - begin)).isLessThan(limit);
            return result;
        });
    }

    private static long ofThisThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
