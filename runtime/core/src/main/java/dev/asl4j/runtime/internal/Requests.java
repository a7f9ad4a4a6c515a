package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession;
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
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

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
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            Mail mail = Letters.mail(kind, body, answer);
            if (!give(key, mail)
                    && !(kind.isAnswer() && giveToTakenUp(key, mail))) { // two answers must not take two ways
                return send(key, kind, body);
            }
            switch (await(answer)) {
                case DONE -> {
                    return Receipt.ACCEPTED;
                }
                case REFUSED -> {
                    return refusal(kind);
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
            Reply reply = new Reply();
            CompletableFuture<Answer> answer = new CompletableFuture<>();
            if (!give(key, new Mail(message.apply(reply), 0, new Mail.Asked(answer, reply)))) {
                return false;
            }
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

    /** Puts mail into the mailbox of an execution that is in memory, or can be taken up; gives whether it is. */
    private boolean give(long key, Mail mail) {
        @Nullable EngineExecution resident = engine.residents().get(key);
        if (resident == null) {
            return engine.wakeups().claim(key, mail);
        }
        resident.post(mail);
        return true;
    }

    /** {@link #give} of one that another thread has just taken up. */
    private boolean giveToTakenUp(long key, Mail mail) {
        @Nullable EngineExecution resident = engine.wakeups().takenUp(key);
        if (resident != null) {
            resident.post(mail);
        }
        return resident != null;
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

    /**
     * Puts it into the store's mailbox, and waits until whoever has the execution has taken it: only a turn can say whether there is
     * something that it is for. One that is parked takes it before anything else, once it goes on.
     */
    private Receipt send(long key, Kind kind, Body body) {
        if (!Letters.isRefusable(kind)) {
            return engine.store().send(key, kind, body);
        }
        if (!isOpen(key, kind, body)) {
            return Receipt.ANSWERED;
        }
        CompletableFuture<Answer> judged = new CompletableFuture<>();
        Receipt receipt = engine.membership()
                .seat(patience)
                .session()
                .post(key, kind, body, verdict -> judged.complete(answer(verdict)));
        return receipt == Receipt.ACCEPTED ? judgement(key, kind, judged) : receipt;
    }

    private Receipt judgement(long key, Kind kind, CompletableFuture<Answer> judged) {
        Duration left = patience;
        @Nullable Answer answer = await(judged, Duration.ZERO);
        while (answer == null) {
            if (isParked(key)) {
                return Receipt.ACCEPTED;
            }
            if (left.isNegative() || left.isZero()) {
                throw new StoreException("no engine has taken it in time; it is kept for the execution", null);
            }
            left = left.minus(LOOK_AGAIN);
            answer = await(judged, LOOK_AGAIN);
        }
        return switch (answer) {
            case DONE -> Receipt.ACCEPTED;
            case REFUSED -> refusal(kind);
            case PARKED, NAME_TAKEN, MOVED, UNSTORABLE ->
                throw new StoreException("the engine left the store before the execution answered", null);
        };
    }

    private static Answer answer(StoreSession.Verdict verdict) {
        return switch (verdict) {
            case TAKEN -> Answer.DONE;
            case REFUSED -> Answer.REFUSED;
            case UNKNOWN -> Answer.MOVED;
        };
    }

    private static Receipt refusal(Kind kind) {
        return kind.isForEnded() ? Receipt.RUNNING : Receipt.ANSWERED;
    }

    /** False if the frames, which hold the tokens that are open, do not have this one. */
    private boolean isOpen(long key, Kind kind, Body body) {
        @Nullable String token = kind.isAnswer() || kind == Kind.TASK_HEARTBEAT ? body.token() : null;
        if (token == null) {
            return true;
        }
        List<StoredFrame> frames = engine.store().frames(key);
        return frames.isEmpty() // then there is no such execution, or it has ended
                || frames.stream()
                        .anyMatch(frame ->
                                token.equals(frame.detail().path(Notes.TOKEN).asText(null)));
    }

    private boolean isParked(long key) {
        return engine.store()
                .get(key)
                .filter(found -> found.progress().parked() != null)
                .isPresent();
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
        @Nullable Answer given = await(answer, patience);
        if (given == null) {
            throw new StoreException("the store did not answer in time", null);
        }
        return given;
    }

    /** Waits for so long; null if it has not come. */
    private static @Nullable Answer await(CompletableFuture<Answer> answer, Duration time) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException later) { // the answer is near
                    interrupted = true;
                }
            }
        } catch (TimeoutException late) {
            return null;
        } catch (ExecutionException failed) {
            throw new StoreException("the store did not answer", failed);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
