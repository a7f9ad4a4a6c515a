package dev.asl4j.it.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Five seconds for one definition. Counted is the processor time of the JVM, so that a machine with other work does not make findings;
 * what waits for nothing at all ends after a minute.
 */
final class Deadline {
    private static final long SECONDS = 5;
    private static final long WAITING_SECONDS = 60;

    /** As deep a stack as the compiler takes for itself, for what is read without it. */
    private static final long DEEP = 64L << 20;

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final ExecutorService WORKER = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(null, work, "fuzzed", DEEP);
        thread.setDaemon(true);
        return thread;
    });

    private Deadline() {}

    /** What it throws is thrown here. */
    static <T extends @Nullable Object> T call(Supplier<T> work) {
        long start = MACHINE.getProcessCpuTime();
        Future<T> result = WORKER.submit(work::get);
        for (long waited = SECONDS; ; waited += 1) {
            try {
                return result.get(waited == SECONDS ? SECONDS : 1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                long used = MACHINE.getProcessCpuTime() - start;
                if (used > TimeUnit.SECONDS.toNanos(SECONDS) || waited > WAITING_SECONDS) {
                    throw new AssertionError("no end after " + SECONDS + " s:\n" + whereItIs());
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("the fuzzer does not interrupt", e);
            } catch (ExecutionException e) {
                throw new AssertionError("the compiler failed: " + e.getCause(), e.getCause());
            }
        }
    }

    private static String whereItIs() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("asl4j-compiler"))
                .map(Map.Entry::getValue)
                .map(trace ->
                        Arrays.stream(trace).limit(60).map(String::valueOf).collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n\n"));
    }
}
