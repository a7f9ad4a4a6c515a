package dev.asl4j.runtime.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The threads of an engine, but those of its handlers: all of them daemons. */
final class Threads {
    private static final int STORE_THREADS = 2;
    private static final long KEEP_SECONDS = 10;

    private int size = Math.max(2, Runtime.getRuntime().availableProcessors()); // guarded by this
    private final News news = new News(this);
    private final ThreadPoolExecutor turns = new Turners(size, news);
    private final ThreadPoolExecutor store = new ThreadPoolExecutor(
            STORE_THREADS,
            STORE_THREADS,
            KEEP_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            HandlerThreads.daemons("asl4j-store-"));
    private final ExecutorService helpers = HandlerThreads.create();

    Threads() {
        store.allowCoreThreadTimeOut(true);
    }

    /** Whether executions wait for a thread. */
    boolean areTurnsWaiting() {
        return !turns.getQueue().isEmpty();
    }

    /** Gives an execution a turn; false if the engine is closed. */
    boolean turn(Runnable execution) {
        try {
            turns.execute(execution);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** One of these threads has something else to do for as long as it takes: another one stands in. */
    synchronized void standIn() {
        size++;
        turns.setMaximumPoolSize(size);
        turns.setCorePoolSize(size);
    }

    /** It is back. */
    synchronized void back() {
        size--;
        turns.setCorePoolSize(size);
        turns.setMaximumPoolSize(size);
    }

    /** Has the store asked something; not if the engine is closed. */
    boolean store(Runnable question) {
        try {
            store.execute(question);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** For what may take long and is neither a handler nor a turn: what users hang on results, files. */
    Executor helpers() {
        return helpers;
    }

    /** For futures on which users hang what is to follow. */
    News news() {
        return news;
    }

    void shutdown() {
        turns.shutdown();
        store.shutdown();
        helpers.shutdown();
    }

    /** What waits for a thread is dropped, what has one is interrupted. */
    void shutdownNow() {
        turns.shutdown();
        store.shutdownNow();
        helpers.shutdownNow();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return turns.awaitTermination(seconds, TimeUnit.SECONDS)
                && store.awaitTermination(seconds, TimeUnit.SECONDS)
                && helpers.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    /** So many threads that give executions their turns, and tell the news of these. */
    private static final class Turners extends ThreadPoolExecutor {
        private final News news;

        Turners(int size, News news) {
            super(
                    size,
                    size,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    news.tellers(HandlerThreads.daemons("asl4j-engine-")));
            this.news = news;
        }

        @Override
        protected void afterExecute(Runnable turn, @Nullable Throwable fault) {
            super.afterExecute(turn, fault);
            news.tellAll();
        }
    }
}
