package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the threads of handlers do between two of them. */
@Timeout(60)
final class HandlersTest {
    private final Handlers handlers = new Handlers(2, () -> {});
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        handlers.shutdownNow();
    }

    private void note() {
        threads.add(Thread.currentThread());
    }

    @Test
    void aThreadDoesWhatFollowsUponItsHandlerAndRunsTheNextOne() {
        assumeFalse(HandlerThreads.areVirtual());
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        handlers.execute(() -> {
            note();
            Thread.currentThread().interrupt(); // meant for this handler
            handlers.sayLast(() -> handlers.afterwards(() -> {
                note();
                interrupted.complete(Thread.currentThread().isInterrupted());
                handlers.execute(() -> {
                    note();
                    over.complete(true);
                });
            }));
        });
        assertThat(over.join()).isTrue();
        assertThat(interrupted.join()).isFalse();
        assertThat(threads).hasSize(3).containsOnly(threads.get(0));
    }

    @Test
    void nothingIsPutOffToTheEndOfAHandlerThatGoesOn() {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        handlers.execute(() -> {
            taken.complete(handlers.afterwards(() -> {}));
            handlers.execute(() -> second.complete(true)); // does not wait for this one
            second.join();
        });
        assertThat(taken.join()).isFalse();
        assertThat(second.join()).isTrue();
        assertThat(handlers.afterwards(() -> {})).isFalse();
    }

    @Test
    void oneOfTwoHandlersThatFollowRunsOnAnotherThread() {
        assumeFalse(HandlerThreads.areVirtual());
        CountDownLatch both = new CountDownLatch(2);
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        Runnable waits = () -> {
            note();
            both.countDown();
            try {
                both.await();
                met.complete(true);
            } catch (InterruptedException e) {
                met.complete(false);
            }
        };
        handlers.execute(() -> handlers.sayLast(() -> handlers.afterwards(() -> {
            handlers.execute(waits);
            handlers.execute(waits);
        })));
        assertThat(met.join()).isTrue();
        assertThat(threads).hasSize(2).doesNotHaveDuplicates();
    }

    /** One thread is woken at a time, but none of them may wait for the end of what the one before it runs. */
    @Test
    void handlersThatWaitForEachOtherAllHaveThreads() throws Exception {
        int all = 100;
        Handlers many = new Handlers(all, () -> {});
        try {
            CountDownLatch together = new CountDownLatch(all);
            CountDownLatch ended = new CountDownLatch(all);
            for (int i = 0; i < all; i++) {
                many.execute(() -> {
                    note();
                    together.countDown();
                    try {
                        together.await();
                        ended.countDown();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            ended.await();
            assertThat(threads).hasSize(all).doesNotHaveDuplicates();
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void moreThanMayRunWaitForThoseThatDo() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch rest = new CountDownLatch(20);
        for (int i = 0; i < 2; i++) {
            handlers.execute(() -> {
                begun.countDown();
                try {
                    first.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        begun.await();
        for (int i = 0; i < 20; i++) {
            handlers.execute(rest::countDown);
        }
        assertThat(rest.getCount()).isEqualTo(20);
        first.countDown();
        rest.await();
    }
}
