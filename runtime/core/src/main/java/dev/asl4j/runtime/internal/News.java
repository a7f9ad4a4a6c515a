package dev.asl4j.runtime.internal;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Completes the futures on which users hang what is to follow, without letting that hold up an engine. A thread of turns does it itself, once
 * it is through with its turn, as long as such things take little time: the way to another thread takes longer. If one lasts, another
 * thread of turns stands in, and the news behind it are for helpers; so are the next ones, until they have been quick again.
 */
final class News {
    private static final System.Logger LOG = System.getLogger(News.class.getName());

    /** What takes less than this, in nanoseconds, costs less than the way to another thread. */
    private static final long QUICK = TimeUnit.MICROSECONDS.toNanos(100);

    private static final int ENOUGH = 3;
    private static final int AFTER_A_LONG_ONE = -5;

    private static final ThreadLocal<@Nullable Desk> HERE = new ThreadLocal<>();

    private final Threads threads;
    private int quick; // of the last ones; threads may lose what others count

    News(Threads threads) {
        this.threads = threads;
    }

    /** Threads that may do this. */
    ThreadFactory tellers(ThreadFactory threads) {
        return task -> threads.newThread(() -> {
            HERE.set(new Desk());
            task.run();
        });
    }

    /** Has something told: by this thread when it is through with its turn, or by a helper. */
    void tell(Runnable word) {
        @Nullable Desk desk = quick < ENOUGH || TurnThread.isTaking() || Activity.isHandlerThread() ? null : here();
        if (desk == null || !desk.take(word)) {
            helpers().execute(() -> say(word));
        }
    }

    /** Whether this thread has something to tell. */
    boolean areWaiting() {
        @Nullable Desk desk = here();
        return desk != null && !desk.isEmpty();
    }

    /** This thread is through with its turn. */
    void tellAll() {
        @Nullable Desk desk = here();
        if (desk != null) {
            desk.tellAll();
        }
    }

    private @Nullable Desk here() {
        @Nullable Desk desk = HERE.get();
        return desk == null || desk.owner() != this ? null : desk;
    }

    private Executor helpers() {
        return threads.helpers();
    }

    private void say(Runnable word) {
        long begin = SystemEnvironment.nanoseconds();
        try {
            word.run();
        } finally {
            boolean wasQuick = SystemEnvironment.nanoseconds() - begin < QUICK;
            quick = wasQuick ? Math.min(ENOUGH, quick + 1) : AFTER_A_LONG_ONE;
        }
    }

    /** What one thread is to tell. */
    private final class Desk extends Watched {
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(); // guarded by this, as all below
        private @Nullable Runnable underWay;
        private boolean replaced;

        private int told;
        private @Nullable Runnable seen; // of the watch
        private int toldSeen;

        News owner() {
            return News.this;
        }

        /** Takes it, unless what the thread tells lasts. */
        synchronized boolean take(Runnable word) {
            return !replaced && waiting.add(word);
        }

        synchronized boolean isEmpty() {
            return waiting.isEmpty();
        }

        void tellAll() {
            for (Runnable word = next(); word != null; word = next()) {
                beWatched();
                try {
                    say(word);
                } catch (Throwable fault) { // the next one is to be told all the same
                    LOG.log(System.Logger.Level.ERROR, "What hangs on the result of an execution failed.", fault);
                }
                Thread.interrupted(); // meant for what is over
                if (end()) {
                    threads.back();
                }
            }
        }

        private synchronized @Nullable Runnable next() {
            underWay = waiting.poll();
            told += underWay == null ? 0 : 1;
            return underWay;
        }

        /** Gives whether another thread stands in. */
        private synchronized boolean end() {
            underWay = null;
            boolean was = replaced;
            replaced = false;
            return was;
        }

        @Override
        synchronized boolean lookAfter() {
            @Nullable Runnable now = underWay;
            if (now != null && now == seen && !replaced) {
                replaced = true;
                quick = AFTER_A_LONG_ONE;
                threads.standIn();
                handOn();
            }
            boolean any = now != null || told != toldSeen;
            toldSeen = told;
            seen = now;
            return any;
        }

        /** What waits is for helpers. If there are none any more, it is told when this thread is free. */
        private void handOn() {
            try {
                for (Runnable word = waiting.peek(); word != null; word = waiting.peek()) {
                    Runnable next = word;
                    helpers().execute(() -> say(next));
                    waiting.remove();
                }
            } catch (RejectedExecutionException closed) {
                LOG.log(System.Logger.Level.DEBUG, "What hangs on a result waits, as the engine is closed.", closed);
            }
        }
    }
}
