package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

// Size: one way into memory, with what it waits for.

/**
 * Brings executions back into memory when they are due or get mail, a page at a time: no more are loaded than can be run soon. One timer
 * stands for all that wait.
 */
final class Wakeups {
    private static final System.Logger LOG = System.getLogger(Wakeups.class.getName());

    /** Whoever goes on sooner stays in memory. */
    private static final Duration NEAR = Duration.ofSeconds(5);

    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration TOO_LONG = Duration.ofSeconds(1);
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int PAGE = 128;

    /** So many pages at least there is room for, if it is not for less than that many executions. */
    private static final int PAGES = 8;

    /** So many may be loaded and not have had their turn. */
    private static final int MOST_LOADING = 512;

    private final EngineCore engine;
    private final Room room;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean lookAgain = new AtomicBoolean();
    private final AtomicInteger loading = new AtomicInteger();
    private final ReadWriteLock claiming = new ReentrantReadWriteLock();
    private final AtomicBoolean hurry = new AtomicBoolean();
    private final AtomicReference<Environment.@Nullable Timer> hurrying = new AtomicReference<>();
    private volatile boolean moreIsDue;
    private Environment.@Nullable Timer timer; // guarded by this, as all below
    private @Nullable Instant armed;
    private long expected;
    private boolean stopped;

    Wakeups(EngineCore engine, Room room) {
        this.engine = engine;
        this.room = room;
    }

    /** Whether it is not worth while to leave memory until then; null means for ever. */
    boolean isNear(@Nullable Instant wake) {
        return wake != null && wake.isBefore(engine.environment().now().plus(NEAR));
    }

    /** Something is due at that time. */
    void expect(Instant wake) {
        synchronized (this) {
            expected++;
            if (stopped || (armed != null && !wake.isBefore(armed))) {
                return;
            }
            if (timer != null) {
                timer.cancel();
            }
            armed = wake;
            timer = null;
        }
        Environment.Timer set = engine.environment().schedule(wake, () -> {
            fired(wake);
            due();
        });
        synchronized (this) {
            if (!stopped && wake.equals(armed)) {
                timer = set;
                return;
            }
        }
        set.cancel();
    }

    /**
     * What was due at that time is being told something before: nothing may be due then any more. For the timer to stand would do no
     * harm but in virtual time, which goes on to the next timer.
     */
    void taken(@Nullable Instant wake) {
        synchronized (this) {
            if (armed == null
                    || wake == null
                    || !armed.truncatedTo(ChronoUnit.MILLIS).equals(wake.truncatedTo(ChronoUnit.MILLIS))) {
                return;
            }
        }
        due();
    }

    private synchronized long expected() {
        return expected;
    }

    /** Nothing is due before that time, unless there is more to expect than {@code known}; null means never. */
    private synchronized void nothingBefore(@Nullable Instant next, long known) {
        if (expected == known && armed != null && (next == null || armed.isBefore(next))) {
            if (timer != null) {
                timer.cancel();
            }
            armed = null;
            timer = null;
        }
    }

    private synchronized void fired(Instant wake) {
        if (wake.equals(armed)) {
            armed = null;
            timer = null;
        }
    }

    /** Something may be due now. */
    void due() {
        lookAgain.set(true);
        if (looking.compareAndSet(false, true)) {
            engine.activity().begin();
            if (!engine.threads().store(this::look)) {
                looking.set(false);
                engine.activity().end();
            }
        }
    }

    /** One that was taken up has had its turn, or is gone: others may follow. */
    void loaded() {
        int left = loading.decrementAndGet();
        if (moreIsDue && left < MOST_LOADING / 2) {
            due();
        }
    }

    /** One has left memory: others may follow. */
    void left() {
        if (moreIsDue && loading.get() < MOST_LOADING / 2 && room.left() >= (hurry.get() ? 1 : page())) {
            due();
        }
    }

    /** No execution is taken up any more. */
    synchronized void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private void look() {
        try {
            while (lookAgain.getAndSet(false)) {
                claimDue();
            }
        } catch (StoreException away) {
            LOG.log(System.Logger.Level.WARNING, "What is due cannot be asked of the store.", away);
            retry();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "What is due could not be taken up.", fault);
            retry();
        } finally {
            looking.set(false);
            if (lookAgain.get()) {
                due();
            }
            engine.activity().end();
        }
    }

    private void retry() {
        if (!isStopped()) {
            engine.environment().schedule(engine.environment().now().plus(AFTER_FAULT), this::due);
        }
    }

    private void claimDue() {
        Membership.@Nullable Seat seat = engine.membership().seatNow();
        if (seat == null || isStopped()) {
            return; // whoever joins looks
        }
        Instant now = engine.environment().now();
        while (true) {
            moreIsDue = true; // said first: whoever makes room from now on looks again
            int fitting = Math.min(MOST_LOADING - loading.get(), room.left());
            int page = hurry.get() ? Math.min(page(), fitting) : page();
            if (page <= 0 || fitting < page) {
                if (room.left() > 0 && room.left() < page()) {
                    hurryLater();
                }
                return;
            }
            int found;
            claiming.readLock().lock();
            try {
                List<Claimed> claimed = seat.session().claimDue(now, page);
                claimed.forEach(one -> take(seat, one, null));
                found = claimed.size();
            } finally {
                claiming.readLock().unlock();
            }
            calmDown();
            if (found < page) {
                moreIsDue = false;
                room.nobodyWaits();
                break;
            }
        }
        long known = expected();
        Optional<Instant> next = seat.session().nextDue();
        nothingBefore(next.orElse(null), known);
        if (next.isPresent()) {
            expect(next.get().isAfter(now) ? next.get() : now.plus(TICK));
        }
    }

    /** Whether another one may be taken up. */
    boolean hasRoom() {
        return loading.get() < MOST_LOADING && room.left() > 0;
    }

    /** There is room for a few, which may be all that there will be for long: after a while they are taken up all the same. */
    private void hurryLater() {
        if (hurrying.get() == null) {
            Environment environment = engine.environment();
            hurrying.set(environment.schedule(environment.now().plus(TOO_LONG), () -> {
                hurry.set(true);
                due();
            }));
        }
    }

    private void calmDown() {
        hurry.set(false);
        Environment.@Nullable Timer timer = hurrying.getAndSet(null);
        if (timer != null) {
            timer.cancel();
        }
    }

    /** So many are taken up at a time, as each time is a commit; the room for them is made first. */
    private int page() {
        return Math.max(1, Math.min(PAGE, room.most() / PAGES));
    }

    /**
     * Takes one up.
     *
     * @param mail what it is told before it can leave again; null if nothing
     * @return false if another engine has it, or nobody knows of it
     */
    boolean claim(long key, @Nullable Mail mail) {
        Membership.@Nullable Seat seat = engine.membership().seatNow();
        if (seat == null || isStopped()) {
            return false;
        }
        claiming.readLock().lock();
        try {
            Optional<Claimed> claimed = seat.session().claim(key);
            claimed.ifPresent(one -> take(seat, one, mail));
            return claimed.isPresent();
        } finally {
            claiming.readLock().unlock();
        }
    }

    /** One that another thread of this engine has claimed, but perhaps not taken up yet: waits until that is done. */
    @Nullable
    EngineExecution takenUp(long key) {
        claiming.writeLock().lock();
        try {
            return engine.residents().get(key);
        } finally {
            claiming.writeLock().unlock();
        }
    }

    private void take(Membership.Seat seat, Claimed claimed, @Nullable Mail mail) {
        loading.incrementAndGet();
        EngineExecution execution = new EngineExecution(
                engine,
                seat,
                new Standing(new Loading(claimed)),
                new Identity(claimed.execution().head(), engine.settings(), engine.environment()),
                claimed);
        if (mail != null) {
            execution.put(mail);
        }
        @Nullable EngineExecution before = engine.residents().add(execution);
        if (before == null) {
            execution.wake();
        } else {
            execution.wakeAfter(before);
        }
    }

    /** A message has come for an execution that the engine has, or is just taking up. */
    void received(long key, StoredMessage message) {
        @Nullable EngineExecution here = engine.residents().get(key);
        if (here != null) {
            here.receive(message);
            return;
        }
        engine.activity().begin();
        boolean asked = engine.threads().store(() -> {
            try {
                receiveLate(key, message);
            } finally {
                engine.activity().end();
            }
        });
        if (!asked) {
            engine.activity().end();
        }
    }

    /** Once what is being taken up is there. An execution that was given back meanwhile is due for its mail. */
    private void receiveLate(long key, StoredMessage message) {
        claiming.writeLock().lock();
        try {
            @Nullable EngineExecution here = engine.residents().get(key);
            if (here != null) {
                here.receive(message);
            }
        } finally {
            claiming.writeLock().unlock();
        }
    }
}
