package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionLimitExceededException;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Starts executions: each is durable, with its first turn, before whoever starts it hears of it. */
final class Starts {
    private static final int MOST_ATTEMPTS = 100;

    private final EngineCore engine;
    private final Duration patience;
    private final StartsUnderWay underWay;

    Starts(EngineCore engine, Duration patience) {
        this.engine = engine;
        this.patience = patience;
        underWay = new StartsUnderWay(patience);
    }

    /**
     * Starts an execution, or finds the one that runs under that name with the same input.
     *
     * @param parent whose task starts it; null if somebody outside does
     * @return null if the name is taken otherwise
     * @throws IllegalStateException if the engine is closed
     * @throws ExecutionLimitExceededException if too many are open in the engine's own store
     * @throws StoreException if the store cannot be reached: the execution may have started
     */
    @Nullable
    ExecutionHandle start(Registered registered, String name, JsonNode input, @Nullable Parent parent) {
        Quotas.checkInput(engine.settings().limits(), input);
        for (int attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
            if (isHeardOf(registered, name)) {
                @Nullable Existing before = existing(registered, name, input);
                if (before != null) {
                    return before.same();
                }
            }
            EngineExecution execution;
            try {
                execution = create(registered, name, input, parent);
            } catch (ExecutionLimitExceededException tooMany) { // but it may be the one that runs
                return Optional.ofNullable(existing(registered, name, input))
                        .orElseThrow(() -> tooMany)
                        .same();
            }
            @Nullable EngineExecution other = engine.residents().start(execution);
            if (other != null) {
                engine.gate().leave();
                if (TurnThread.isTaking()) { // it must not wait for what may be its own start
                    return other.identity().input().equals(input) ? handle(other) : null;
                }
                engine.requests().await(other.started());
            } else {
                switch (await(execution.begin(true))) {
                    case DONE -> {
                        return handle(execution);
                    }
                    case UNSTORABLE ->
                        throw new StoreException("the store refuses the execution, perhaps for its size", null);
                    case NAME_TAKEN, MOVED, REFUSED, PARKED -> {}
                }
            }
            @Nullable Existing found = existing(registered, name, input);
            if (found != null) {
                return found.same();
            }
        }
        throw new StoreException("the execution could not be started", null);
    }

    /**
     * As {@link #start}, without waiting for the store unless too many are {@linkplain StartsUnderWay under way}. What hangs on the result
     * runs on a helper's thread.
     */
    CompletableFuture<@Nullable ExecutionHandle> startAsync(Registered registered, String name, JsonNode input) {
        Quotas.checkInput(engine.settings().limits(), input);
        CompletableFuture<@Nullable ExecutionHandle> result = new PatientFuture<>(engine.handlers());
        int weight;
        try {
            weight = underWay.begin(input);
        } catch (StoreException tooSlow) {
            result.completeExceptionally(tooSlow);
            return result;
        }
        boolean begun = false;
        try {
            begin(result, registered, name, input, weight);
            begun = true;
        } finally {
            if (!begun) {
                underWay.end(weight);
            }
        }
        return result;
    }

    private void begin(
            CompletableFuture<@Nullable ExecutionHandle> result,
            Registered registered,
            String name,
            JsonNode input,
            int weight) {
        Membership.@Nullable Seat seat = engine.membership().seatNow();
        if (seat == null || isHeardOf(registered, name)) {
            finish(result, registered, name, input, weight);
            return;
        }
        EngineExecution execution;
        try {
            execution = create(seat, registered, name, input, null);
        } catch (ExecutionLimitExceededException tooMany) {
            finish(result, registered, name, input, weight);
            return;
        }
        if (engine.residents().start(execution) != null) {
            engine.gate().leave();
            finish(result, registered, name, input, weight);
            return;
        }
        CompletionStage<Answer> begun = execution.begin(false);
        begun.thenAccept(answer -> {
            if (answer == Answer.DONE) {
                underWay.end(weight);
                engine.tell(() -> result.complete(handle(execution)));
            } else {
                finish(result, registered, name, input, weight);
            }
        });
    }

    /** The way round: somebody has the name, or there is no store at the moment. */
    private void finish(
            CompletableFuture<@Nullable ExecutionHandle> result,
            Registered registered,
            String name,
            JsonNode input,
            int weight) {
        engine.inform(() -> {
            @Nullable ExecutionHandle started = null;
            @Nullable Throwable failure = null;
            try {
                started = start(registered, name, input, null);
            } catch (Throwable thrown) {
                failure = thrown;
            }
            underWay.end(weight); // first, as what hangs on the result may start others
            if (failure == null) {
                result.complete(started);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }

    private EngineExecution create(Registered registered, String name, JsonNode input, @Nullable Parent parent) {
        return create(engine.membership().seat(patience), registered, name, input, parent);
    }

    private EngineExecution create(
            Membership.Seat seat, Registered registered, String name, JsonNode input, @Nullable Parent parent) {
        engine.gate().enter(parent != null);
        StateMachine machine = registered.machine();
        Identity identity =
                new Identity(machine.name(), name, input, registered.type(), engine.settings(), engine.environment());
        Standing standing = new Standing(
                seat.session().newKey(),
                identity.head(parent),
                machine.fingerprint(),
                engine.machines().isPinned(machine.name()),
                engine.room().isTaken());
        return new EngineExecution(engine, seat, standing, identity, machine);
    }

    /**
     * Whether somebody hears of a first turn, so that none should be taken in vain. Otherwise the store says whether a name is taken,
     * without another question to it.
     */
    private boolean isHeardOf(Registered registered, String name) {
        Settings settings = engine.settings();
        return registered.type() == ExecutionType.STANDARD
                && (settings.listener() != null || settings.history() != null)
                && engine.residents().get(registered.machine().name(), name) == null;
    }

    /** The one that has the name; null if there is none. */
    private @Nullable Existing existing(Registered registered, String name, JsonNode input) {
        if (registered.type() == ExecutionType.EXPRESS) {
            return null;
        }
        return engine.store()
                .find(registered.machine().name(), name)
                .map(found -> new Existing(isSame(found, input) ? engine.handle(found) : null))
                .orElse(null);
    }

    private static boolean isSame(StoredExecution found, JsonNode input) {
        return found.progress().status() == Status.RUNNING
                && found.head().input().equals(input);
    }

    /** An execution of the name; null stands for another one than was asked for. */
    private record Existing(@Nullable ExecutionHandle same) {}

    private ExecutionHandle handle(EngineExecution execution) {
        return new ExecutionHandle(engine, execution.key(), execution.identity(), execution.fate());
    }

    private Answer await(CompletableFuture<Answer> started) {
        return engine.requests().await(started);
    }
}
