package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredFrame.Address;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes tasks of activities whose executions other engines have: by mail, with a ticket that nobody else has. The frame shows whose ticket won,
 * once the mail was taken.
 */
final class FarTasks {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String FRAME = "frame";
    private static final String WORKER = "worker";

    private final EngineCore engine;
    private final Set<Address> asked = ConcurrentHashMap.newKeySet();

    FarTasks(EngineCore engine) {
        this.engine = engine;
    }

    /** What such mail says. */
    static Message message(Body body, Reply reply) {
        JsonNode data = body.data() == null ? Json.EMPTY : body.data();
        return new Message.WorkerTakes(Notes.count(data, FRAME), Notes.text(data, WORKER), body.subject(), reply);
    }

    /**
     * Asks for a task.
     *
     * @param told whether it was given
     * @return false if it cannot be asked for, or has been already: then nothing is told
     */
    boolean ask(Address address, @Nullable String worker, Consumer<Boolean> told) {
        if (!asked.add(address)) {
            return false;
        }
        String ticket = engine.environment().newId().toString();
        ObjectBuilder data = Json.object().set(FRAME, IntNode.valueOf(address.frame()));
        if (worker != null) {
            data.set(WORKER, TextNode.valueOf(worker));
        }
        boolean sent = false;
        try {
            Body body = new Body(ticket, data.build(), null, null);
            sent = engine.store().send(address.key(), Kind.WORKER_TAKES, body) == Receipt.ACCEPTED;
        } finally {
            if (!sent) {
                asked.remove(address);
            }
        }
        if (sent) {
            look(address, ticket, told);
        }
        return sent;
    }

    private void look(Address address, String ticket, Consumer<Boolean> told) {
        @Nullable Boolean given = null;
        try {
            given = isOpen(address, ticket) ? null : isWon(address, ticket);
        } catch (StoreException away) { // later
        }
        if (given == null) {
            engine.environment()
                    .schedule(
                            engine.environment().now().plus(LOOK_AGAIN),
                            () -> engine.threads().store(() -> look(address, ticket, told)));
        } else {
            asked.remove(address);
            told.accept(given);
        }
    }

    private boolean isOpen(Address address, String ticket) {
        return engine.store().messages(address.key()).stream()
                .anyMatch(mail -> ticket.equals(mail.body().subject()));
    }

    private boolean isWon(Address address, String ticket) {
        return engine.store().frames(address.key()).stream()
                .anyMatch(frame ->
                        frame.id() == address.frame() && ticket.equals(Notes.text(frame.detail(), Notes.TICKET)));
    }
}
