package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.spi.EngineGauges;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** News come in order on one thread; a listener that throws or hangs disturbs nobody. */
@Timeout(60)
final class LifecycleTest {
    private static final int PATIENCE_SECONDS = 30;
    private static final ExecutionInfo EXECUTION =
            new ExecutionInfo("arn", "machine", "name", ExecutionType.STANDARD, Instant.EPOCH);

    @Test
    void tellsInOrderOnOneThreadAndTheRestWhenItIsClosed() throws InterruptedException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        Lifecycle lifecycle = started(new LifecycleListener() {
            @Override
            public void engineStarted(EngineGauges gauges) {
                told.add("engine with " + gauges.executionsHeld());
                threads.add(Thread.currentThread());
            }

            @Override
            public void engineStopped(EngineGauges gauges) {
                told.add("stopped with " + gauges.newsWaiting());
            }

            @Override
            public void executionParked(ExecutionInfo execution, String reason) {
                told.add(reason);
                threads.add(Thread.currentThread());
                throw new AssertionError("is logged");
            }
        });
        lifecycle.tell(List.of(parked("1"), parked("2")));
        lifecycle.tell(List.of(parked("3")));
        lifecycle.close();
        assertThat(lifecycle.awaitEnd(PATIENCE_SECONDS)).isTrue();
        assertThat(told).containsExactly("engine with 7", "1", "2", "3", "stopped with 0");
        assertThat(threads).containsOnly(threads.get(0)).doesNotContain(Thread.currentThread());
        assertThat(lifecycle.waiting()).isZero();
    }

    @Test
    void aListenerThatHangsMissesNewsAndStopsNobody() throws InterruptedException {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicLong heard = new AtomicLong();
        AtomicLong missed = new AtomicLong();
        Lifecycle lifecycle = started(new LifecycleListener() {
            @Override
            public void engineStarted(EngineGauges gauges) {
                try {
                    hang.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void executionParked(ExecutionInfo execution, String reason) {
                heard.incrementAndGet();
            }

            @Override
            public void newsLost(long count) {
                missed.addAndGet(count);
            }
        });
        int all = 250_000;
        for (int i = 0; i < all / 10; i++) {
            lifecycle.makeRoom(); // a second once, not 15,000 times
            lifecycle.tell(Collections.nCopies(10, parked("lost?")));
        }
        assertThat(lifecycle.waiting()).isBetween(90_000, 110_000);
        hang.countDown();
        lifecycle.makeRoom();
        lifecycle.close();
        assertThat(lifecycle.awaitEnd(PATIENCE_SECONDS)).isTrue();
        assertThat(missed.get()).isPositive();
        assertThat(heard.get() + missed.get()).isEqualTo(all);
    }

    @Test
    void theEngineIsHeardOfFirst() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        Lifecycle lifecycle = create(new LifecycleListener() {
            @Override
            public void engineStarted(EngineGauges gauges) {
                heard.add("started");
            }

            @Override
            public void executionParked(ExecutionInfo execution, String reason) {
                heard.add(reason);
            }
        });
        lifecycle.tell(List.of(parked("taken up at once")));
        lifecycle.start();
        lifecycle.close();
        assertThat(lifecycle.awaitEnd(PATIENCE_SECONDS)).isTrue();
        assertThat(heard).containsExactly("started", "taken up at once");
    }

    private Lifecycle started(LifecycleListener listener) {
        Lifecycle lifecycle = create(listener);
        lifecycle.start();
        return lifecycle;
    }

    private Lifecycle create(LifecycleListener listener) {
        VirtualTime time = VirtualTime.startingAt(Instant.EPOCH);
        OpenExecutions open = new OpenExecutions(ExecutionStore.inMemory(), new Threads(), time);
        return new Lifecycle(List.of(listener), new Gauges(() -> 7, open, OptionalInt.empty()), time);
    }

    private static LifecycleNews.Item parked(String reason) {
        return listener -> listener.executionParked(EXECUTION, reason);
    }
}
