package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who completes the futures of an engine, and who goes on if that takes long. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class NewsTest {
    private static final String TURNS = "asl4j-engine-";
    private static final String HELPERS = "asl4j-handler-";
    private static final int SIZE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Threads threads = new Threads();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitEnd(30)).isTrue();
    }

    @Test
    void whatIsKnownToBeQuickIsToldByTheThreadThatBringsIt() {
        for (int i = 0; i < 3; i++) {
            assertThat(teller()).startsWith(HELPERS);
        }
        assertThat(warm()).startsWith(TURNS);
    }

    @Test
    void isToldWhenTheTurnIsOver() {
        CompletableFuture<Boolean> isToldInTurn;
        CompletableFuture<String> teller;
        do { // what takes long by chance is for a helper
            warm();
            isToldInTurn = new CompletableFuture<>();
            teller = new CompletableFuture<>();
            tellInTurn(teller, isToldInTurn);
        } while (!teller.join().startsWith(TURNS));
        assertThat(isToldInTurn.join()).isFalse();
    }

    private void tellInTurn(CompletableFuture<String> teller, CompletableFuture<Boolean> isTold) {
        threads.turn(() -> {
            threads.news().tell(() -> teller.complete(Thread.currentThread().getName()));
            isTold.complete(teller.isDone());
        });
    }

    @Test
    void otherThreadsStandInForThoseWhoseNewsLast() throws Exception {
        Lasting lasting;
        do { // what takes long by chance is for a helper
            warm();
            lasting = new Lasting(SIZE);
            lasting.begin();
        } while (!lasting.isOnTurns());

        CompletableFuture<String> turn = new CompletableFuture<>();
        threads.turn(() -> turn.complete(Thread.currentThread().getName()));
        assertThat(turn.join()).startsWith(TURNS);
        assertThat(lasting.behind)
                .allSatisfy(teller -> assertThat(teller.join()).startsWith(HELPERS));
        assertThat(lasting.released.getCount()).isEqualTo(1);
        lasting.released.countDown();
    }

    @Test
    void whatLastedIsForHelpersUntilItIsQuickAgain() throws Exception {
        Lasting lasting;
        do {
            warm();
            lasting = new Lasting(1);
            lasting.begin();
        } while (!lasting.isOnTurns());
        assertThat(lasting.behind.get(0).join()).startsWith(HELPERS); // that the first one lasts is known by now
        lasting.released.countDown();

        assertThat(teller()).startsWith(HELPERS);
        assertThat(warm()).startsWith(TURNS);
    }

    /** News that last, on so many threads at once, and some behind them. */
    private final class Lasting {
        private final CyclicBarrier each;
        private final CountDownLatch begun;
        private final CountDownLatch released = new CountDownLatch(1);
        private final Queue<String> tellers = new ConcurrentLinkedQueue<>();
        private final List<CompletableFuture<String>> behind;

        Lasting(int count) {
            each = new CyclicBarrier(count);
            begun = new CountDownLatch(count);
            behind = IntStream.range(0, count)
                    .mapToObj(i -> new CompletableFuture<String>())
                    .toList();
        }

        void begin() throws InterruptedException {
            behind.forEach(teller -> threads.turn(() -> {
                await(each); // so that each thread has one
                threads.news().tell(this::last);
                threads.news().tell(() -> teller.complete(Thread.currentThread().getName()));
            }));
            begun.await();
        }

        /** Otherwise none lasts any longer. */
        boolean isOnTurns() {
            boolean all = tellers.stream().allMatch(teller -> teller.startsWith(TURNS));
            if (!all) {
                released.countDown();
            }
            return all;
        }

        private void last() {
            tellers.add(Thread.currentThread().getName());
            begun.countDown();
            try {
                assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException wantsToGo) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void aFaultIsNotTheNextOnes() {
        warm();
        CompletableFuture<String> next = new CompletableFuture<>();
        threads.turn(() -> {
            threads.news().tell(() -> {
                throw new IllegalStateException("hangs on a result");
            });
            threads.news().tell(() -> next.complete("told"));
        });
        assertThat(next.join()).isEqualTo("told");
    }

    /** Has news told until turns tell them; gives the thread of one. */
    private String warm() {
        String teller;
        do {
            teller = teller();
        } while (!teller.startsWith(TURNS));
        return teller;
    }

    /** Who tells what is quick. */
    private String teller() {
        CompletableFuture<String> teller = new CompletableFuture<>();
        threads.turn(() ->
                threads.news().tell(() -> teller.complete(Thread.currentThread().getName())));
        return teller.join();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
