package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreSession.Verdict;
import dev.asl4j.runtime.store.StoredFrame.Address;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes tasks of activities whose executions other engines have: by mail. The store tells whose was taken for something. */
final class FarTasks {
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
        return new Message.WorkerTakes(Notes.count(data, FRAME), Notes.text(data, WORKER), reply);
    }

    /**
     * Asks for a task.
     *
     * @param told whether it was given
     * @return false if it cannot be asked for, or has been already: then nothing is told
     */
    boolean ask(Address address, @Nullable String worker, Consumer<Boolean> told) {
        Membership.@Nullable Seat seat = engine.membership().seatNow();
        if (seat == null || !asked.add(address)) {
            return false;
        }
        ObjectBuilder data = Json.object().set(FRAME, IntNode.valueOf(address.frame()));
        if (worker != null) {
            data.set(WORKER, TextNode.valueOf(worker));
        }
        Body body = new Body(null, data.build(), null, null);
        boolean sent = false;
        try {
            sent = seat.session()
                            .post(address.key(), Kind.WORKER_TAKES, body, verdict -> judged(address, verdict, told))
                    == Receipt.ACCEPTED;
        } finally {
            if (!sent) {
                asked.remove(address);
            }
        }
        return sent;
    }

    /** On a thread of the store, which must not be asked on it. */
    private void judged(Address address, Verdict verdict, Consumer<Boolean> told) {
        asked.remove(address);
        engine.activity().begin();
        boolean begun = engine.threads().store(() -> {
            try {
                told.accept(verdict == Verdict.TAKEN);
            } finally {
                engine.activity().end();
            }
        });
        if (!begun) {
            engine.activity().end();
        }
    }
}
