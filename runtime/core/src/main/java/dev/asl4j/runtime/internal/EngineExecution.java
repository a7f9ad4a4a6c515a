package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.store.Turn;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

// Size: the life of an execution in memory, whose steps hand over to each other: mail, turn, commit, effects, and
// leaving.

/**
 * One execution in memory, as an actor: a mailbox, and turns on the engine's threads. What a turn has changed is committed; only then do
 * its effects start, and whoever waits for it hears of it. While a commit is under way there is no turn: mail collects. An
 * execution that ends, or only waits, leaves memory, and this object with it: mail that comes too late is sent after it.
 */
final class EngineExecution implements Runnable {
    private static final System.Logger LOG = System.getLogger(EngineExecution.class.getName());

    /** Turns in a row, so that much news, of ended children above all, costs little. */
    private static final int MOST_TURNS = 16;

    private final EngineCore engine;
    private final Membership.Seat seat;
    private final Standing standing;
    private final Identity identity;
    private final Fate fate = new Fate();
    private final Mailbox mailbox;
    private final Turns turns;
    private final Commit commit = new Commit(this::answered);
    private final @Nullable CompletableFuture<Answer> start;
    private final Received received = new Received();
    private volatile boolean dropped;

    private boolean settled; // of whoever made it busy, as all below
    private boolean told;
    private @Nullable Instant asked;

    /** One that is to be started by {@link #begin}. */
    EngineExecution(
            EngineCore engine, Membership.Seat seat, Standing standing, Identity identity, StateMachine machine) {
        this.engine = engine;
        this.seat = seat;
        this.standing = standing;
        this.identity = identity;
        mailbox = new Mailbox(true);
        Host host = new ExecutionHost(engine, this);
        turns = new Turns(
                engine,
                this,
                host,
                mailbox,
                new Driver(machine, identity, engine.environment(), engine.settings(), host, standing.key()));
        start = new CompletableFuture<>();
    }

    /** One that was taken up, and goes on with {@link #wake}. */
    EngineExecution(EngineCore engine, Membership.Seat seat, Standing standing, Identity identity, Claimed claimed) {
        this.engine = engine;
        this.seat = seat;
        this.standing = standing;
        this.identity = identity;
        mailbox = new Mailbox(false);
        turns = new Turns(engine, this, new ExecutionHost(engine, this), mailbox, null);
        start = null;
        if (claimed.execution().progress().status() == Status.RUNNING) {
            put(new Mail(new Message.Resume(), 0, null));
        }
        for (StoredMessage message : claimed.messages()) {
            received.add(message.id());
            put(Letters.mail(message, engine.residents()));
        }
    }

    /** What stays the same. */
    Identity identity() {
        return identity;
    }

    long key() {
        return standing.key();
    }

    /** Whether nothing of it has any effect any more. */
    boolean isDropped() {
        return dropped;
    }

    /** How it ends by the turn that is being committed, or has ended; null if it goes on. */
    @Nullable
    Outcome ending() {
        return turns.outcome();
    }

    Fate fate() {
        return fate;
    }

    Membership.Seat seat() {
        return seat;
    }

    /** What the store knows of it; others than whoever works on it may ask for what stays the same. */
    Standing standing() {
        return standing;
    }

    // ---- mail

    /**
     * Takes the first turn.
     *
     * @param here whether on this thread
     * @return when it is durable
     */
    CompletableFuture<Answer> begin(boolean here) {
        CompletableFuture<Answer> started = started();
        put(new Mail(new Message.Start(), 0, new Mail.Asked(started, null)));
        if (here) {
            work(1, false);
        } else {
            enqueue();
        }
        return started;
    }

    /** When it is durable that it started. */
    CompletableFuture<Answer> started() {
        @Nullable CompletableFuture<Answer> outstanding = start;
        return outstanding == null ? CompletableFuture.completedFuture(Answer.DONE) : outstanding;
    }

    /** Tells it something; from any thread. */
    CompletableFuture<Answer> tell(Kind kind, Body body) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        post(Letters.mail(kind, body, answer));
        return answer;
    }

    /** Tells it something, whether it hears of it or not. */
    void tellUnheard(Kind kind, Body body) {
        post(Letters.mail(kind, body, new CompletableFuture<>()));
    }

    /** Takes in a message that the store keeps, once. */
    void receive(StoredMessage message) {
        if (received.add(message.id())) {
            post(Letters.mail(message, engine.residents()));
        }
    }

    void post(Mail mail) {
        put(mail);
        wake();
    }

    /** {@link #post}, for one that is woken later. */
    void put(Mail mail) {
        engine.activity().begin();
        mailbox.add(mail);
    }

    /** Has it dropped without effect, as others have it now, or nobody. */
    void drop() {
        dropped = true;
        wake();
    }

    /** Has it look at its mail. */
    void wake() {
        if (mailbox.begin()) {
            enqueue();
        } else if (mailbox.isGone()) {
            forward();
        }
    }

    /** {@link #wake} once what was here of it before has left: so nothing is told twice, or in another order. */
    void wakeAfter(EngineExecution before) {
        if (mailbox.begin()) {
            CompletableFuture<Answer> left = new CompletableFuture<>();
            before.post(new Mail(new Message.Continue(), 0, new Mail.Asked(left, null)));
            CompletionStage<Answer> gone = left;
            gone.thenRun(this::enqueue);
        }
    }

    private void enqueue() {
        if (!engine.enqueue(this)) { // the engine was closed
            dropped = true;
            if (commit.isAnswered()) {
                run();
            } else {
                abandon(Answer.MOVED);
            }
        }
    }

    /** What came too late goes where the execution is now. */
    private void forward() {
        for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            engine.requests().forward(key(), mail);
            engine.activity().end();
        }
    }

    // ---- turns

    @Override
    public void run() {
        engine.makeRoom();
        if (!commit.isAnswered() || finish()) {
            work(MOST_TURNS, true);
        }
    }

    /** Takes a turn, on a thread that has something else to do after it. */
    void runOnce() {
        engine.makeRoom();
        work(1, true);
    }

    /** @param own whether this thread is the engine's, and may be kept by a handler */
    private void work(int most, boolean own) {
        for (int taken = 0; ; taken++) {
            if (dropped) {
                abandon(Answer.MOVED);
                return;
            }
            if (mailbox.isEmpty() && !turns.isBroken()) {
                mailbox.rest();
                if (!mailbox.isEmpty() || dropped) {
                    wake();
                }
                return;
            }
            if (taken == most
                    || (taken > 0 && (turns.isCut() || engine.threads().news().areWaiting()))) {
                enqueue();
                return;
            }
            if (!turns.next(own) || !commit() || !finish()) {
                return;
            }
        }
    }

    /** {@link Turns#goOn}, and what follows upon that turn. */
    void goOn(PlainCall call, Thread handlerThread) {
        if (turns.goOn(call, handlerThread) && commit() && finish()) {
            work(MOST_TURNS, true);
        }
    }

    /** The handlers that the turn calls itself; null if it calls none. */
    @Nullable
    TurnCalls calls() {
        return turns.calls();
    }

    // ---- the commit

    /** Hands the turn to the store; false if the answer is not there yet: then {@link #answered} goes on. */
    private boolean commit() {
        @Nullable Turn turn = turns.turn();
        if (turn == null) {
            commit.skip();
            return true;
        }
        asked = engine.lifecycle() == null ? null : engine.environment().now();
        return commit.ask(seat.session(), turn, !engine.isBusy());
    }

    /** The store's answer, on a thread of the store. */
    private void answered(Committed committed) {
        if (committed == Committed.DONE) {
            settle(); // whoever waits should not have to wait for a free thread as well
        }
        enqueue();
    }

    /** What follows upon the commit; gives whether the execution is still here. */
    private boolean finish() {
        boolean here = switch (commit.take()) {
            case DONE -> done();
            case NAME_TAKEN -> leave(Answer.NAME_TAKEN);
            case LOST -> {
                seat.lost();
                yield abandon(Answer.MOVED);
            }
            case REFUSED -> refused();
        };
        settled = false;
        told = false;
        endUnits();
        return here;
    }

    private boolean done() {
        @Nullable Turn turn = turns.turn();
        @Nullable Driver driver = turns.driver();
        boolean held = turn == null || turn.hold();
        tellListeners(); // before its effects, so that what they lead to is told later
        try {
            if (driver != null && !dropped) {
                driver.commit();
            }
        } catch (Throwable thrown) { // effects could not be started: as a fault in a turn
            turns.breakNext(thrown);
        }
        settle();
        @Nullable Outcome end = turns.outcome();
        if (end == null && held) {
            return true;
        }
        if (turns.isBroken() && driver != null) {
            driver.breakOff();
        }
        if (end == null && driver != null) {
            driver.abandon(); // the store's timer stands for its own, which would keep it in memory
        }
        return leave(Answer.MOVED);
    }

    /** It is durable: whoever waits hears of it. */
    private void settle() {
        if (settled) {
            return;
        }
        settled = true;
        tellListeners();
        @Nullable Turn turn = turns.turn();
        if (turn != null) {
            engine.ledger().committed(this, standing, turn, turns.outcome());
        }
        turns.answer();
    }

    private void tellListeners() {
        if (!told) {
            told = true;
            engine.ledger().tellListeners(identity, turns.driver(), standing, turns.turn(), turns.outcome(), asked);
        }
    }

    /** The store will never take this turn: the execution ends with what it can take. */
    private boolean refused() {
        if (standing.isNew() || standing.isRefused()) {
            LOG.log(System.Logger.Level.ERROR, "The store refuses " + identity.id());
            return abandon(Answer.UNSTORABLE);
        }
        standing.refused();
        turns.breakNext(new IllegalStateException("the store refuses what the execution is to keep"));
        turns.answer(Answer.REFUSED);
        return true;
    }

    // ---- leaving

    /** Drops it without effect; false, for it is not here any more. */
    private boolean abandon(Answer answer) {
        dropped = true;
        @Nullable Driver driver = turns.driver();
        if (driver != null) {
            driver.abandon();
        }
        return leave(answer);
    }

    private boolean leave(Answer answer) {
        engine.ledger().left(this);
        if (standing.isNew()) {
            engine.gate().leave();
        }
        turns.forget();
        turns.answer(answer);
        engine.ledger().loaded(standing);
        engine.wakeups().left();
        mailbox.leave();
        endUnits();
        forward();
        return false;
    }

    private void endUnits() {
        for (int units = turns.endTaken(); units > 0; units--) {
            engine.activity().end();
        }
    }

    @Override
    public String toString() {
        return "EngineExecution[" + key() + ", " + identity.machine() + "]";
    }
}
