package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The turns of one execution in memory: delivers its mail, runs its driver, and says what is to be committed. Of whoever made the execution
 * busy.
 */
final class Turns {
    /** Messages in one turn. */
    private static final int MOST_MESSAGES = 64;

    private final EngineCore engine;
    private final EngineExecution execution;
    private final Standing standing;
    private final Host host;
    private final Mailbox mailbox;
    private final List<Mail> taken = new ArrayList<>(2);
    private @Nullable Driver driver;
    private @Nullable TurnCalls calls;
    private @Nullable Turn turn;
    private volatile @Nullable Outcome outcome; // read by whoever passes the news on
    private @Nullable Throwable fault;
    private Answer answer = Answer.DONE;
    private boolean cut;

    /** @param driver null if its frames are still to be loaded */
    Turns(EngineCore engine, EngineExecution execution, Host host, Mailbox mailbox, @Nullable Driver driver) {
        this.engine = engine;
        this.execution = execution;
        this.host = host;
        this.mailbox = mailbox;
        this.driver = driver;
        standing = execution.standing();
    }

    /** What runs it; null if it is not loaded, or does not go on. */
    @Nullable
    Driver driver() {
        return driver;
    }

    /** The handlers that the turn calls itself; null if it calls none. */
    @Nullable
    TurnCalls calls() {
        return calls;
    }

    /** What the last one has changed; null if there is nothing to commit. */
    @Nullable
    Turn turn() {
        return turn;
    }

    /** How the execution ends by the last one; null if it goes on. */
    @Nullable
    Outcome outcome() {
        return outcome;
    }

    /** Whether the next one can only end it. */
    boolean isBroken() {
        return fault != null;
    }

    /** Has the next one end it. */
    void breakNext(Throwable thrown) {
        fault = thrown;
    }

    /** Whether the last one was cut, so that others get theirs. */
    boolean isCut() {
        return cut;
    }

    /** Whoever has sent what was taken hears what has become of it. */
    void answer() {
        answer(answer);
    }

    void answer(Answer said) {
        for (Mail mail : taken) {
            mail.answer(said);
        }
    }

    /** The mail that was taken is done with; gives how many there were. */
    int endTaken() {
        int count = taken.size();
        taken.clear();
        return count;
    }

    /** The execution leaves memory. */
    void forget() {
        driver = null;
    }

    /**
     * Takes a turn.
     *
     * @param own whether this thread may be kept by a handler
     * @return false if a handler has kept it, and another one goes on
     */
    boolean next(boolean own) {
        @Nullable Mail mail = mailbox.poll();
        return take(own, () -> {
            if (mail != null) {
                taken.add(mail);
            }
            if (mail == null || fault != null) {
                breakOff(fault);
            } else {
                deliver(mail);
            }
        });
    }

    /** {@link #next}, with what is left of a turn one of whose handlers has kept that thread. */
    boolean goOn(PlainCall call, Thread handlerThread) {
        return take(true, () -> {
            CompletableFuture<TaskAttempt> fate = call.lasts();
            try {
                Driver known = Objects.requireNonNull(driver);
                TaskAttempt attempt = known.lasts(call);
                attempt.isPerformedBy(handlerThread);
                fate.complete(attempt);
                run(known, null, false);
            } finally {
                fate.completeExceptionally(new IllegalStateException("the execution broke off"));
            }
        });
    }

    private boolean take(boolean own, Runnable work) {
        boolean outermost = TurnThread.begin();
        @Nullable TurnCalls here = own && outermost && engine.callsInTurns() ? new TurnCalls(engine, execution) : null;
        calls = here;
        try {
            work.run();
        } catch (TakenOver gone) {
            return false;
        } catch (Throwable thrown) { // no fault in one execution may stop the others
            breakOff(thrown);
        } finally {
            TurnThread.end(outermost);
            if (here != null) {
                here.end();
            }
        }
        return true;
    }

    private void deliver(Mail first) {
        @Nullable Driver known = driver;
        if (known != null) {
            run(known, first, false);
            return;
        }
        @Nullable Driver loaded = load();
        driver = loaded;
        if (loaded != null) {
            run(loaded, taken.get(0), !standing.isRunning());
        }
    }

    /**
     * Delivers what is there, and runs.
     *
     * @param first null if it has been delivered
     * @param ended whether it had ended, and is to go on: that may have been said more than once
     */
    private void run(Driver driver, @Nullable Mail first, boolean ended) {
        boolean isOver = ended;
        boolean more;
        @Nullable Mail mail = first;
        do {
            boolean again = mail != null && mail.message() instanceof Message.Redrive;
            if (mail != null && (isOver || !again)) {
                driver.take(mail.message());
            }
            isOver &= !again;
            more = !standing.isOnlyStored() && driver.run();
            mail = more || driver.outcome() != null || taken.size() >= MOST_MESSAGES ? null : mailbox.poll();
            if (mail != null) {
                taken.add(mail);
            }
        } while (mail != null);
        cut = more;
        if (more) {
            execution.put(new Mail(new Message.Continue(), 0, null));
        }
        outcome = driver.outcome();
        boolean mayLeave = !more && mailbox.isEmpty();
        turn = standing.turn(driver, taken, mayLeave ? engine.wakeups() : null);
    }

    /** Makes its frames objects again; null if it does not go on. */
    private @Nullable Driver load() {
        Loading loading = Objects.requireNonNull(standing.loading());
        for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            taken.add(mail);
        }
        Loading.Loaded loaded = loading.load(execution, host, engine, standing, taken);
        turn = loaded.turn();
        outcome = loaded.outcome();
        answer = loaded.answer();
        if (loaded.driver() != null) {
            List<Mail> later = taken.subList(1, taken.size());
            later.forEach(mailbox::add);
            later.clear();
        }
        return loaded.driver();
    }

    /** Ends it, as it cannot go on. */
    private void breakOff(@Nullable Throwable thrown) {
        fault = null;
        if (standing.isRefused()) {
            if (driver != null) {
                driver.abandon();
            }
            driver = null;
            Outcome end = Standing.brokenOff(thrown, engine.environment());
            outcome = end;
            turn = standing.end(end, engine.settings().recordHistory(), StoredMail.of(taken));
        } else {
            Outcome end = standing.brokenOff(driver, thrown, engine.environment());
            outcome = end;
            turn = standing.lastTurn(driver, end, taken);
        }
    }
}
