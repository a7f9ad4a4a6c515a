package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks the store for one Map Run, on handler threads, until it answers; what follows is done on a turn. */
final class StoreQuestions {
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(1);

    private final Driver driver;
    private final Host host;
    private final Function<Runnable, Message> news;
    private final Consumer<Failure> failed;
    private int open; // of the driver, on its turns
    private volatile boolean over;

    /**
     * Nothing is asked so far.
     *
     * @param news makes the message that takes a step on a turn
     * @param failed is told on a turn of a question that cannot be answered
     */
    StoreQuestions(Driver driver, Host host, Function<Runnable, Message> news, Consumer<Failure> failed) {
        this.driver = driver;
        this.host = host;
        this.news = news;
        this.failed = failed;
    }

    /** Asks after the commit of the turn. */
    <T> void ask(Function<ExecutionStore, T> question, Consumer<T> answered) {
        open++;
        driver.afterCommit(() -> host.work(() -> askNow(question, answered)));
    }

    /** Does something with the store after the commit of the turn, also when it is {@linkplain #over over}. */
    void tell(Consumer<ExecutionStore> what) {
        driver.afterCommit(() -> host.work(() -> tellNow(what)));
    }

    /** Whether an answer is still to come. */
    boolean isAnyOpen() {
        return open > 0;
    }

    /** Nothing more is wanted. */
    void over() {
        over = true;
    }

    private <T> void askNow(Function<ExecutionStore, T> question, Consumer<T> answered) {
        if (over) {
            return;
        }
        try {
            T answer = question.apply(Objects.requireNonNull(host.store()));
            host.post(news.apply(() -> {
                open--;
                answered.accept(answer);
            }));
        } catch (StoreException away) {
            again(() -> askNow(question, answered));
        } catch (Throwable fault) { // or it would be waited for without end
            Failure failure = new Failure(ErrorNames.RUNTIME, ItemFeed.cause(fault), false, fault);
            host.post(news.apply(() -> {
                open--;
                failed.accept(failure);
            }));
        }
    }

    private void tellNow(Consumer<ExecutionStore> what) {
        try {
            what.accept(Objects.requireNonNull(host.store()));
        } catch (StoreException away) {
            again(() -> tellNow(what));
        }
    }

    private void again(Runnable what) {
        Environment environment = driver.environment();
        environment.schedule(environment.now().plus(BEFORE_ASKING_AGAIN), () -> host.work(what));
    }
}
