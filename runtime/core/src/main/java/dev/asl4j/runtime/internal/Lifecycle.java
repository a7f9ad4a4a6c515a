package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.EngineGauges;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tells lifecycle listeners the news of turns that are durable, on a thread of its own and in the order in which they come. What waits
 * has a bound: from half of it on turns are held up for a little, beyond it news are dropped.
 */
final class Lifecycle {
    private static final System.Logger LOG = System.getLogger(Lifecycle.class.getName());
    private static final int MOST = 100_000;
    private static final int MANY = MOST / 2;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final List<LifecycleListener> listeners;
    private final EngineGauges gauges;
    private final Environment environment;
    private final Activity activity;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition fewer = lock.newCondition();
    private ArrayDeque<List<LifecycleNews.Item>> batches = new ArrayDeque<>(); // guarded by lock, as all below
    private int waiting;
    private long lost;
    private boolean stuck;
    private boolean closed;

    /**
     * Not started yet.
     *
     * @param gauges how the engine stands
     * @param environment is busy until all has been told, so that a time of tests' own does not run ahead
     */
    Lifecycle(List<LifecycleListener> listeners, Gauges gauges, Environment environment) {
        this.listeners = listeners;
        this.gauges = gauges;
        gauges.news(this::waiting);
        this.environment = environment;
        activity = new Activity(environment);
        thread = HandlerThreads.daemons("asl4j-lifecycle-").newThread(this::run);
    }

    /** Begins; the listeners hear of the engine first, whatever executions it has taken up by now. */
    void start() {
        List<LifecycleNews.Item> started = List.of(told -> told.engineStarted(gauges));
        activity.begin();
        lock.lock();
        try {
            batches.addFirst(started);
            waiting += started.size();
        } finally {
            lock.unlock();
        }
        thread.start();
    }

    /**
     * Hands over what a turn has made true, before it is known here how it ended; never waits.
     *
     * @param news of the driver; null if there was none: the execution was parked, ended as it stood, or given back
     * @param turn null if there was nothing to commit
     * @param asked when the turn was handed to the store
     */
    void tell(
            Identity identity,
            @Nullable LifecycleNews news,
            Standing before,
            @Nullable Turn turn,
            @Nullable Outcome outcome,
            @Nullable Instant asked) {
        LifecycleNews all = news == null ? new LifecycleNews(identity, environment) : news;
        if (news == null && turn != null && turn.progress().parked() != null && before.isGoingOn()) {
            all.executionParked(turn.progress().parked());
        }
        if (outcome != null) {
            all.executionEnded(outcome);
        }
        tell(turn == null || asked == null ? all.take() : all.take(turn, asked));
    }

    /** Hands over news; never waits. */
    void tell(List<LifecycleNews.Item> news) {
        if (news.isEmpty()) {
            return;
        }
        activity.begin();
        if (!add(news)) {
            activity.end();
        }
    }

    private boolean add(List<LifecycleNews.Item> news) {
        lock.lock();
        try {
            boolean room = !closed && waiting < MOST;
            if (room) {
                batches.add(news);
                waiting += news.size();
                more.signal();
            } else {
                lost += news.size();
            }
            return room;
        } finally {
            lock.unlock();
        }
    }

    /** Before a turn: waits a little while too much waits to be told. Once in vain, then not again before it has become less. */
    void makeRoom() {
        lock.lock();
        try {
            long left = PATIENCE_NANOS;
            while (waiting >= MANY && !stuck && !closed) {
                left = fewer.awaitNanos(left);
                stuck = left <= 0 && waiting >= MANY;
            }
            if (stuck && left <= 0) {
                LOG.log(System.Logger.Level.WARNING, "A lifecycle listener does not keep up: it will miss news.");
                fewer.signalAll();
            }
        } catch (InterruptedException wantsToGo) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** How many news wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Tells what is left, and ends the thread. */
    void close() {
        lock.lock();
        try {
            closed = true;
            more.signal();
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all has been told; gives whether it has. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(seconds));
        return !thread.isAlive();
    }

    private void run() {
        ArrayDeque<List<LifecycleNews.Item>> taken = take();
        while (!taken.isEmpty()) {
            for (List<LifecycleNews.Item> news : taken) {
                for (LifecycleNews.Item item : news) {
                    tellAll(item);
                }
                told(news.size());
            }
            taken = take();
        }
        tellAll(told -> told.engineStopped(gauges));
    }

    /** All that waits; waits for it. Empty at the end. */
    private ArrayDeque<List<LifecycleNews.Item>> take() {
        lock.lock();
        try {
            while (batches.isEmpty() && !closed) {
                more.awaitUninterruptibly();
            }
            ArrayDeque<List<LifecycleNews.Item>> taken = batches;
            batches = new ArrayDeque<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void told(int count) {
        long missing;
        lock.lock();
        try {
            waiting -= count;
            missing = waiting < MANY ? lost : 0;
            lost -= missing;
            if (waiting < MANY) {
                stuck = false;
                fewer.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (missing > 0) {
            tellAll(told -> told.newsLost(missing));
        }
        activity.end();
    }

    private void tellAll(LifecycleNews.Item item) {
        for (LifecycleListener listener : listeners) {
            try {
                item.tell(listener);
            } catch (Throwable fault) { // an assertion of a test, say
                LOG.log(System.Logger.Level.WARNING, "A lifecycle listener failed.", fault);
            }
        }
    }
}
