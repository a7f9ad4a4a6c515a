package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Size: names the parts of an engine for each other.

/** An engine: executions in memory, as far as they have something to do, on a store that has them all. */
public final class EngineCore {
    private final Environment environment;
    private final @Nullable SystemEnvironment ownEnvironment;
    private final Settings settings;
    private final ExecutionStore store;
    private final boolean callsInTurns;
    private final Machines machines;
    private final ProcessorMachines definitions;
    private final Tokens tokens = new Tokens(this);
    private final NestedExecutions nested = new NestedExecutions(this);
    private final Activity activity;
    private final @Nullable Lifecycle lifecycle;
    private final Threads threads = new Threads();
    private final Handlers handlers;
    private final Residents residents = new Residents();
    private final Gate gate;
    private final Ledger ledger = new Ledger(this);
    private final Results results;
    private final Requests requests;
    private final Starts starts;
    private final Room room;
    private final Wakeups wakeups;
    private final Parked parked = new Parked(this);
    private final Membership membership = new Membership(this);
    private final Closing closing;
    private final @Nullable Purges purges;
    private final Polls polls;

    /**
     * An engine, which joins the store.
     *
     * @param settings without an environment: the system's, with a timer thread of the engine's own
     */
    public EngineCore(Settings settings, EngineOptions options, Machines machines) {
        @Nullable Environment environment = settings.environment();
        ownEnvironment = environment == null ? new SystemEnvironment() : null;
        this.environment = ownEnvironment == null ? Objects.requireNonNull(environment) : ownEnvironment;
        this.settings = settings;
        this.machines = machines;
        @Nullable ExecutionStore given = options.store();
        callsInTurns = given == null
                && settings.interceptor() == null
                && settings.listener() == null
                && settings.history() == null
                && settings.lifecycle().isEmpty();
        store = given == null ? ExecutionStore.inMemory(options.remembered()) : given;
        definitions = new ProcessorMachines(machines, store);
        activity = new Activity(this.environment);
        Gauges gauges = new Gauges(
                residents::size,
                new OpenExecutions(store, threads, this.environment),
                given == null ? OptionalInt.of(options.mostOpen()) : OptionalInt.empty());
        lifecycle =
                settings.lifecycle().isEmpty() ? null : new Lifecycle(settings.lifecycle(), gauges, this.environment);
        handlers = new Handlers(options.mostHandlers(), this::madeRoom);
        results = new Results(this, given == null);
        gate = new Gate(given == null, options.mostOpen());
        requests = new Requests(this, options.storePatience());
        starts = new Starts(this, options.storePatience());
        room = new Room(options.mostInMemory(), residents, handlers);
        wakeups = new Wakeups(this, room);
        closing = new Closing(this, given == null);
        polls = new Polls(this, given != null);
        purges = given == null ? null : new Purges(this, options.retention());
        try {
            membership.join();
        } catch (RuntimeException | Error noStore) {
            closing.endThreads();
            throw noStore;
        }
        if (lifecycle != null) {
            lifecycle.start();
        }
        if (purges != null) {
            purges.begin(ownEnvironment != null);
        }
    }

    // ---- what users ask for

    /** Starts an execution, see {@link Starts#start}. */
    public @Nullable ExecutionHandle start(Registered registered, String name, JsonNode input) {
        return starts.start(registered, name, input, null);
    }

    /** Starts one without waiting for the store. */
    public CompletableFuture<@Nullable ExecutionHandle> startAsync(Registered registered, String name, JsonNode input) {
        return starts.startAsync(registered, name, input);
    }

    /** {@link #start} by an execution, which an engine that is being closed still waits for. */
    @Nullable
    ExecutionHandle startNested(Registered registered, String name, JsonNode input, Parent parent) {
        return starts.start(registered, name, input, parent);
    }

    /** The execution of that name; null if there is none. A listener finds also one whose start is not durable yet. */
    public @Nullable ExecutionHandle find(String machine, String name) {
        TurnCalls.standAside(machine, name);
        @Nullable EngineExecution here = TurnThread.isTaking() ? residents.get(machine, name) : null;
        return here != null
                ? new ExecutionHandle(this, here.key(), here.identity(), here.fate())
                : store.find(machine, name).map(this::handle).orElse(null);
    }

    /** Somebody's hold on an execution of the store. */
    public ExecutionHandle handle(StoredExecution execution) {
        @Nullable EngineExecution here = residents.get(execution.key());
        return new ExecutionHandle(
                this,
                execution.key(),
                new Identity(execution.head(), settings, environment),
                here == null ? null : here.fate());
    }

    void stop(long key, @Nullable String error, @Nullable String cause) {
        requests.tell(key, Kind.STOP, new Body(null, null, error, cause));
        if (!TurnThread.isTaking() && isRunning(key)) { // another engine has it
            requests.awaitEnd(results.of(key, null));
        }
    }

    private boolean isRunning(long key) {
        return store.get(key)
                .filter(it -> it.progress().status() == Status.RUNNING)
                .isPresent();
    }

    /** Closes, see {@link Closing#close}. */
    public void close(@Nullable Duration patience) {
        closing.close(patience);
    }

    /** Lets go of everything at once, see {@link Closing#shutdownNow}. */
    public void shutdownNow() {
        closing.shutdownNow();
    }

    /** What new executions get their ids from. */
    public Environment environment() {
        return environment;
    }

    /** Answers to tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** What executions are told from outside. */
    public Requests requests() {
        return requests;
    }

    /** The workers that wait for tasks of activities. */
    public Polls polls() {
        return polls;
    }

    /** Where all executions are. */
    public ExecutionStore store() {
        return store;
    }

    /** The definitions. */
    public Machines machines() {
        return machines;
    }

    /** So many executions are in memory. */
    public int executionsHeld() {
        return residents.size();
    }

    // ---- what its parts ask for

    /** An execution in memory waits for others from now on. */
    void madeRoom() {
        wakeups.left();
    }

    ProcessorMachines definitions() {
        return definitions;
    }

    NestedExecutions nested() {
        return nested;
    }

    /** What all executions have in common. */
    public Settings settings() {
        return settings;
    }

    Activity activity() {
        return activity;
    }

    /** Who tells of what is durable; null if nobody wants to know. */
    @Nullable
    Lifecycle lifecycle() {
        return lifecycle;
    }

    /** Before a turn: waits a little if those who are told of turns lag behind. */
    void makeRoom() {
        if (lifecycle != null) {
            lifecycle.makeRoom();
        }
    }

    /**
     * Whether turns call handlers themselves. They may if nothing survives this process, so that it makes no difference whether a turn is
     * committed before, and if nobody stands before the handlers, or hears of what happens at once.
     */
    boolean callsInTurns() {
        return callsInTurns;
    }

    Handlers handlers() {
        return handlers;
    }

    Threads threads() {
        return threads;
    }

    Residents residents() {
        return residents;
    }

    Ledger ledger() {
        return ledger;
    }

    Gate gate() {
        return gate;
    }

    Results results() {
        return results;
    }

    Room room() {
        return room;
    }

    Wakeups wakeups() {
        return wakeups;
    }

    Membership membership() {
        return membership;
    }

    @Nullable
    SystemEnvironment ownEnvironment() {
        return ownEnvironment;
    }

    /** Whether handlers are begun: not while the engine lets go of what others will take up. */
    boolean isLaunching() {
        return !closing.isDraining();
    }

    /** Whether others have a turn, or may have one soon: then it is good to wait for them, and commit together. */
    boolean isBusy() {
        return threads.areTurnsWaiting() || handlers.areSeveralRunning();
    }

    /** Gives an execution a turn; false if the engine is closed. */
    boolean enqueue(EngineExecution execution) {
        return handlers.afterwards(execution::runOnce) || threads.turn(execution);
    }

    /** Starts a child of a Map Run; also while the engine waits for the end of those that run. Gives its key. */
    long startChild(
            Membership.Seat seat,
            long parent,
            StateMachine machine,
            Identity identity,
            Host.ChildPlace place,
            Consumer<Committed> stored) {
        gate.reenter();
        long key = seat.session().newKey();
        Parent family = new Parent(parent, place.visit(), place.mapRun(), place.position(), place.items());
        Standing standing = new Standing(
                key,
                identity.head(family),
                machine.fingerprint(),
                machines.isPinned(identity.definition()),
                room.isTaken());
        EngineExecution child = new EngineExecution(this, seat, standing, identity, machine);
        residents.start(child);
        CompletionStage<Answer> started = child.begin(false);
        started.thenAccept(answer -> {
            switch (answer) {
                case DONE -> stored.accept(Committed.DONE);
                case NAME_TAKEN -> stored.accept(Committed.NAME_TAKEN);
                case UNSTORABLE -> stored.accept(Committed.REFUSED);
                case REFUSED, PARKED, MOVED -> {} // then this engine has lost the parent too
            }
        });
        return key;
    }

    /** There is a session with the store: what is due is taken up. */
    void joined(Membership.Seat seat) {
        wakeups.due();
        activity.begin();
        boolean asked = threads.store(() -> {
            try {
                results.lookAgain();
                parked.look(seat);
            } finally {
                activity.end();
            }
        });
        if (!asked) {
            activity.end();
        }
    }

    /** An execution has ended, which is durable. */
    void ended(EngineExecution execution, Outcome outcome) {
        results.ended(execution.key(), outcome, gate::leave);
        if (purges != null) {
            purges.look(environment.now());
        }
    }

    /** Has something done on a thread where it may take long. */
    void inform(Runnable news) {
        unit(news, threads.helpers());
    }

    /** Completes a future on which users may have hung something, where that holds up nothing. */
    void tell(Runnable news) {
        unit(news, threads.news()::tell);
    }

    private void unit(Runnable work, Executor by) {
        activity.begin();
        Runnable unit = () -> {
            try {
                work.run();
            } finally {
                activity.end();
            }
        };
        try {
            by.execute(unit);
        } catch (OutOfMemoryError | RejectedExecutionException noThread) { // better here than never
            unit.run();
        }
    }
}
