package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells executions what comes from outside, wherever they are: in this memory, with nobody, or with another engine. */
public final class Requests {
    private static final System.Logger LOG = System.getLogger(Requests.class.getName());
    private static final int MOST_ATTEMPTS = 100;

    private final EngineCore engine;
    private final Duration patience;

    Requests(EngineCore engine, Duration patience) {
        this.engine = engine;
        this.patience = patience;
    }

    /**
     * Tells an execution something, and waits until that is durable; a listener, which is told of a turn, does not wait.
     *
     * @throws StoreException if the store cannot be reached: then it may have been told, or not
     */
    public Receipt tell(long key, Kind kind, Body body) {
        if (TurnThread.isTaking()) {
            return tellSoon(key, kind, body);
        }
        for (int attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
            @Nullable EngineExecution here = here(key);
            if (here == null && kind.isAnswer()) { // two answers must not take two ways
                here = engine.wakeups().takenUp(key);
            }
            if (here == null) {
                return send(key, kind, body);
            }
            switch (await(here.tell(kind, body))) {
                case DONE -> {
                    return Receipt.ACCEPTED;
                }
                case REFUSED -> {
                    return kind.isForEnded() ? Receipt.RUNNING : Receipt.ANSWERED;
                }
                case PARKED -> {
                    return send(key, kind, body);
                }
                case MOVED, NAME_TAKEN -> {} // it is elsewhere by now
                case UNSTORABLE -> throw new StoreException("the store refuses it", null);
            }
        }
        throw new StoreException("the execution is nowhere for long enough to be told", null);
    }

    /**
     * Tells an execution something that only makes sense in memory, and gives whether that was accepted and is durable.
     *
     * @param message makes it, with the reply that says so
     */
    boolean tell(long key, Function<Reply, Message> message) {
        for (int attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
            @Nullable EngineExecution here = here(key);
            if (here == null) {
                return false;
            }
            Reply reply = new Reply();
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            here.post(new Mail(message.apply(reply), 0, new Mail.Asked(answer, reply)));
            switch (await(answer)) {
                case DONE -> {
                    return true;
                }
                case REFUSED, PARKED, UNSTORABLE -> {
                    return false;
                }
                case MOVED, NAME_TAKEN -> {}
            }
        }
        return false;
    }

    /** Waits for an end elsewhere. */
    void awaitEnd(CompletableFuture<Outcome> end) {
        await(end.thenApply(outcome -> Answer.DONE));
    }

    private @Nullable EngineExecution here(long key) {
        @Nullable EngineExecution resident = engine.residents().get(key);
        return resident == null ? engine.wakeups().claim(key) : resident;
    }

    /** From a listener: the turn it hears of must not wait for another one. */
    private Receipt tellSoon(long key, Kind kind, Body body) {
        @Nullable EngineExecution resident = engine.residents().get(key);
        if (resident != null) {
            CompletionStage<Answer> told = resident.tell(kind, body);
            told.thenAccept(answer -> {
                if (answer == Answer.MOVED || answer == Answer.PARKED) {
                    engine.threads().store(() -> tell(key, kind, body));
                }
            });
            return Receipt.ACCEPTED;
        }
        return engine.store().send(key, kind, body);
    }

    /** Sends after an execution what came when it had left. */
    void forward(long key, Mail mail) {
        mail.answer(Answer.MOVED);
        Letters.@Nullable Letter letter =
                mail.stored() == 0 && mail.asked() == null ? Letters.letter(mail.message()) : null;
        if (letter != null) {
            Letters.Letter late = letter;
            engine.threads().store(() -> send(key, late));
        }
    }

    /** Puts it into the store's mailbox. What the store cannot know, whether a token is still open, the frames say. */
    private Receipt send(long key, Kind kind, Body body) {
        @Nullable String token = kind.isAnswer() || kind == Kind.TASK_HEARTBEAT ? body.token() : null;
        if (token != null) {
            List<StoredFrame> frames = engine.store().frames(key);
            boolean open = frames.isEmpty() // then there is no such execution, or it has ended
                    || frames.stream()
                            .anyMatch(frame -> token.equals(
                                    frame.detail().path(Notes.TOKEN).asText(null)));
            if (!open) {
                return Receipt.ANSWERED;
            }
        }
        return engine.store().send(key, kind, body);
    }

    private void send(long key, Letters.Letter letter) {
        try {
            engine.store().send(key, letter.kind(), letter.body());
        } catch (RuntimeException away) {
            LOG.log(System.Logger.Level.ERROR, "A message to an execution could not be kept.", away);
        }
    }

    /**
     * Waits for an answer, by the system's clock.
     *
     * @throws StoreException if it does not come in time
     */
    Answer await(CompletableFuture<Answer> answer) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) { // the answer is near
                    interrupted = true;
                }
            }
        } catch (TimeoutException | ExecutionException late) {
            throw new StoreException("the store did not answer in time", late);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
