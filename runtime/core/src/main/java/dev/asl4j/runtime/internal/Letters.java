package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.store.Turn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Translates between what a store keeps for an execution and what a driver is told. */
final class Letters {
    private Letters() {}

    /** For a mailbox, from the store's. */
    static Mail mail(StoredMessage stored, Residents residents) {
        Reply reply = new Reply();
        Message message = message(stored.kind(), stored.body(), reply, residents);
        return new Mail(
                message,
                stored.id(),
                isRefusable(stored.kind()) ? new Mail.Asked(new CompletableFuture<>(), reply) : null);
    }

    /** For a mailbox, from somebody who waits. */
    static Mail mail(Kind kind, Body body, CompletableFuture<Answer> answer) {
        Reply reply = new Reply();
        return new Mail(message(kind, body, reply, null), 0, new Mail.Asked(answer, isRefusable(kind) ? reply : null));
    }

    /** Whether there may be nothing that it is for. */
    static boolean isRefusable(Kind kind) {
        return switch (kind) {
            case TASK_SUCCESS, TASK_FAILURE, TASK_HEARTBEAT, MAP_RUN_UPDATE, WORKER_TAKES, REDRIVE -> true;
            case STOP, CHILD_ENDED -> false;
        };
    }

    private static Message message(Kind kind, Body body, Reply reply, @Nullable Residents residents) {
        return switch (kind) {
            case STOP -> new Message.Stop(body.error(), body.cause());
            case TASK_SUCCESS -> new Message.TokenAnswer(subject(body), data(body), null, reply);
            case TASK_FAILURE ->
                new Message.TokenAnswer(subject(body), null, Failure.of(body.error(), body.cause()), reply);
            case TASK_HEARTBEAT -> new Message.TokenHeartbeat(subject(body), reply);
            case REDRIVE -> new Message.Redrive(body.subject(), reply);
            case CHILD_ENDED -> childEnded(body, residents);
            case MAP_RUN_UPDATE -> new Message.MapRunUpdate(subject(body), data(body), reply);
            case WORKER_TAKES -> FarTasks.message(body, reply);
        };
    }

    /** How it has ended is known if it did so here; otherwise the parent asks the store. */
    private static Message childEnded(Body body, @Nullable Residents residents) {
        long key = data(body).path(StoredMessage.KEY).asLong();
        @Nullable EngineExecution child = residents == null ? null : residents.get(key);
        return new Message.ChildEnded(
                subject(body),
                data(body).path(StoredMessage.POSITION).asInt(),
                key,
                child == null ? null : child.ending());
    }

    /** What an execution tells its parent at its end. */
    static Turn.Sent ended(long key, Parent parent) {
        var data = Json.object().set(StoredMessage.KEY, LongNode.valueOf(key));
        if (parent.mapRun() != null) {
            data.set(StoredMessage.POSITION, IntNode.valueOf(parent.position()));
        }
        return new Turn.Sent(parent.key(), Kind.CHILD_ENDED, new Body(parent.mapRun(), data.build(), null, null));
    }

    /** For the store, if it is not about objects of this process; null if it is. */
    static @Nullable Letter letter(Message message) {
        if (message instanceof Message.Stop stop) {
            return new Letter(Kind.STOP, new Body(null, null, stop.error(), stop.cause()));
        }
        if (message instanceof Message.Answered answered) {
            @Nullable Token token = answered.attempt().token();
            @Nullable Failure failure = answered.failure();
            if (token == null) {
                return null;
            }
            return failure == null
                    ? new Letter(Kind.TASK_SUCCESS, new Body(token.token(), answered.result(), null, null))
                    : new Letter(Kind.TASK_FAILURE, new Body(token.token(), null, failure.error(), failure.cause()));
        }
        return null;
    }

    private static String subject(Body body) {
        @Nullable String subject = body.subject();
        return subject == null ? "" : subject;
    }

    private static JsonNode data(Body body) {
        @Nullable JsonNode data = body.data();
        return data == null ? Json.EMPTY : data;
    }

    /** A message as a store takes it. */
    record Letter(Kind kind, Body body) {}
}
