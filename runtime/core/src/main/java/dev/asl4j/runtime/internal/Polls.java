package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Address;
import dev.asl4j.runtime.store.Turn;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The workers that wait for tasks of activities: those who asked first are served first, with the task that waits longest. A worker who waits
 * holds no thread. The store is asked when somebody asks, when an execution of this engine wants a worker, and every second if other
 * engines may work on the store.
 */
public final class Polls {
    private static final System.Logger LOG = System.getLogger(Polls.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Whoever says that he waits longer waits for ever, as far as anybody can tell. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final EngineCore engine;
    private final boolean isShared;
    private final FarTasks far;
    private final Map<String, PollLine> lines = new HashMap<>(); // guarded by this
    private boolean closed;

    /** @param isShared whether other engines may work on the store */
    Polls(EngineCore engine, boolean isShared) {
        this.engine = engine;
        this.isShared = isShared;
        far = new FarTasks(engine);
    }

    /**
     * Asks for a task.
     *
     * @param patience how long to wait; zero means that the store is asked once
     * @param answer what is made of the task
     * @return empty if there was none; completed on a thread of its own. Who cancels it does not wait any longer
     * @throws IllegalStateException if the engine is closed
     */
    public <T> CompletableFuture<Optional<T>> poll(
            String activity, @Nullable String worker, Duration patience, Function<Taken, T> answer) {
        CompletableFuture<Optional<T>> future = new PatientFuture<>(engine.handlers());
        join(
                activity,
                patience,
                new PollLine.Waiter(
                        worker,
                        future::isDone,
                        taken -> future.complete(Optional.ofNullable(taken).map(answer))));
        return future;
    }

    private void join(String activity, Duration patience, PollLine.Waiter waiter) {
        waiter.late = patience.isZero() || patience.isNegative(); // whoever looks at the line must know at once
        PollLine line;
        synchronized (this) { // whoever closes it must find him
            if (closed) {
                throw new IllegalStateException("the engine is closed");
            }
            line = lines.computeIfAbsent(activity, PollLine::new);
            line.add(waiter);
        }
        Duration limited = patience.isNegative() ? Duration.ZERO : patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
        waiter.timer(engine.environment().schedule(engine.environment().now().plus(limited), () -> {
            waiter.late = true;
            look(line); // a last time
        }));
        look(line);
    }

    /** A turn is durable: perhaps a task of an activity wants a worker. */
    void committed(Turn turn) {
        if (engine.settings().polledActivities().isEmpty()) {
            return;
        }
        for (StoredFrame frame : turn.changed()) {
            if (frame.activity() != null) {
                offered(frame.activity());
            }
        }
    }

    private void offered(String activity) {
        @Nullable PollLine line;
        synchronized (this) {
            line = lines.get(activity);
        }
        if (line != null && line.first() != null) {
            look(line);
        }
    }

    /** Nobody waits any longer. */
    void close() {
        List<PollLine> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(lines.values());
        }
        for (PollLine line : open) {
            line.dismissAll().forEach(waiter -> answer(waiter, null, line));
        }
    }

    // ---- one look at a time for each activity

    private void look(PollLine line) {
        if (!line.begin()) {
            return;
        }
        engine.activity().begin();
        boolean begun = engine.threads().store(() -> {
            try {
                lookNow(line);
            } finally {
                engine.activity().end();
            }
        });
        if (!begun) {
            engine.activity().end();
        }
    }

    private void lookNow(PollLine line) {
        boolean hasEnded = false;
        try {
            while (line.again()) {
                serve(line);
            }
            hasEnded = true;
        } finally {
            if (!hasEnded) { // out of memory, say
                line.breakOff();
                line.lookAfter(LOOK_AGAIN, engine.environment(), () -> look(line));
            }
        }
    }

    private void serve(PollLine line) {
        boolean isStuck = false;
        try {
            isStuck = !serveAll(line);
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.WARNING, "The store cannot be asked for tasks of activities.", away);
            isStuck = true;
        }
        line.dismissLate().forEach(waiter -> answer(waiter, null, line));
        if ((isShared || isStuck) && line.first() != null) {
            line.lookAfter(LOOK_AGAIN, engine.environment(), () -> look(line));
        }
    }

    /** Serves those who wait; false if there is a task that cannot be taken at present. */
    private boolean serveAll(PollLine line) {
        @Nullable Address refused = null;
        PollLine.@Nullable Waiter first = line.first();
        while (first != null) {
            @Nullable Address address = line.pollLeft();
            if (address == null) {
                address = engine.store().nextActivityTask(line.activity).orElse(null);
                if (address == null) {
                    return true;
                }
                if (address.equals(refused)) {
                    return false;
                }
                refused = take(address, first) ? null : address;
            }
            if (refused == null) {
                @Nullable Taken taken = taken(address);
                if (taken != null && line.remove(first)) {
                    answer(first, taken, line);
                }
            } else {
                askFar(line, first, address);
            }
            first = line.first();
        }
        return true;
    }

    private boolean take(Address address, PollLine.Waiter waiter) {
        return engine.requests()
                .tell(address.key(), reply -> new Message.WorkerTakes(address.frame(), waiter.worker, reply));
    }

    /** Perhaps another engine has the execution. Whoever does not want to wait does not ask. */
    private void askFar(PollLine line, PollLine.Waiter waiter, Address address) {
        if (!isShared || waiter.late || engine.residents().get(address.key()) != null) {
            return;
        }
        line.sendAway(waiter);
        if (!far.ask(address, waiter.worker, given -> told(line, waiter, address, given))) {
            line.takeBack(waiter);
        }
    }

    private void told(PollLine line, PollLine.Waiter waiter, Address address, boolean given) {
        @Nullable Taken taken = given ? taken(address) : null;
        if (taken == null) {
            line.takeBack(waiter);
            look(line);
        } else {
            line.remove(waiter);
            answer(waiter, taken, line);
        }
    }

    /** The task of a frame that a worker has taken; null if it has ended meanwhile. */
    private @Nullable Taken taken(Address address) {
        for (StoredFrame frame : engine.store().frames(address.key())) {
            @Nullable String token = Notes.text(frame.detail(), Notes.TOKEN);
            if (frame.id() == address.frame()
                    && frame.phase() == StoredFrame.Phase.TASK
                    && frame.activity() == null
                    && frame.work() != null
                    && token != null) {
                return new Taken(address, token, frame.work());
            }
        }
        return null;
    }

    /** What hangs on the answer must not hold up a thread that asks the store. */
    private void answer(PollLine.Waiter waiter, @Nullable Taken taken, PollLine line) {
        waiter.cancelTimer();
        engine.inform(() -> {
            if (!waiter.answer.test(taken) && taken != null) {
                line.leave(taken.address()); // he had gone: the next one gets it
                look(line);
            }
        });
    }
}
