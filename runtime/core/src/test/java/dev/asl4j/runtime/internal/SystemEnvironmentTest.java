package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.spi.Environment.Timer;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real clock, with delays too short to be felt. */
@Timeout(30)
final class SystemEnvironmentTest {
    @Test
    void timersFireNotBeforeTheirTimeOnADaemonThread() throws InterruptedException {
        try (SystemEnvironment environment = new SystemEnvironment()) {
            CountDownLatch fired = new CountDownLatch(3);
            boolean[] early = new boolean[1];
            Instant due = environment.now().plusMillis(20);
            environment.schedule(due, () -> {
                early[0] = environment.now().isBefore(due)
                        || !Thread.currentThread().isDaemon();
                fired.countDown();
            });
            environment.schedule(Instant.EPOCH, fired::countDown);
            environment.schedule(Instant.MIN, fired::countDown);
            assertThat(fired.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(early[0]).isFalse();
        }
    }

    @Test
    void farTimersAndCancelledOnesDoNotFire() throws InterruptedException {
        try (SystemEnvironment environment = new SystemEnvironment()) {
            CountDownLatch never = new CountDownLatch(1);
            environment.schedule(Instant.MAX, never::countDown);
            environment.schedule(environment.now().plusSeconds(2_000), never::countDown);
            Timer timer = environment.schedule(environment.now().plusMillis(30), never::countDown);
            timer.cancel();
            CountDownLatch later = new CountDownLatch(1);
            environment.schedule(environment.now().plusMillis(60), later::countDown);
            assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(never.getCount()).isEqualTo(1);
        }
    }

    @Test
    void idsAndNumbersDiffer() {
        SystemEnvironment environment = SystemEnvironment.shared();
        assertThat(environment.newId()).isNotEqualTo(environment.newId());
        assertThat(environment.random()).isBetween(0.0, 1.0).isNotEqualTo(environment.random());
    }
}
