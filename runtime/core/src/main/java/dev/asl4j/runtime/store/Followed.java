package dev.asl4j.runtime.store;

import dev.asl4j.runtime.store.StoreSession.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The messages in memory whose senders want to know what becomes of them. Guarded by the store. */
final class Followed {
    private final Map<Long, List<Follower>> followers = new HashMap<>();

    private record Follower(MemorySession session, Consumer<Verdict> judged) {}

    /** Somebody who has been told. */
    record Told(Consumer<Verdict> judged, Verdict verdict) {
        void tell() {
            judged.accept(verdict);
        }
    }

    void add(StoredMessage message, MemorySession session, Consumer<Verdict> judged) {
        followers.computeIfAbsent(message.id(), none -> new ArrayList<>(1)).add(new Follower(session, judged));
    }

    /** What a turn does with the mail that is there; to be asked before it is done. */
    List<Told> judge(MemoryEntry entry, Turn turn) {
        if (followers.isEmpty() || !entry.hasMail()) {
            return List.of();
        }
        boolean ends = turn.progress().status() != StoredExecution.Status.RUNNING;
        List<Told> told = new ArrayList<>();
        for (StoredMessage message : MemoryEntry.all(entry.messages)) {
            boolean taken = turn.taken().contains(message.id());
            List<Follower> waiting =
                    taken || (ends && !message.kind().isForEnded()) ? followers.remove(message.id()) : null;
            if (waiting != null) {
                Verdict verdict = taken && !turn.refused().contains(message.id()) ? Verdict.TAKEN : Verdict.REFUSED;
                waiting.forEach(one -> told.add(new Told(one.judged, verdict)));
            }
        }
        return told;
    }

    /** Those who asked with that session will not hear any more. */
    List<Told> leave(MemorySession session) {
        List<Told> told = new ArrayList<>();
        followers
                .values()
                .forEach(waiting -> waiting.removeIf(one -> {
                    boolean left = one.session == session;
                    if (left) {
                        told.add(new Told(one.judged, Verdict.UNKNOWN));
                    }
                    return left;
                }));
        followers.values().removeIf(List::isEmpty);
        return told;
    }
}
