package dev.asl4j.runtime.store;

import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Instant;

/** What the cases of the contract work with. */
interface StoreCases {
    Instant START = Turns.START;

    /** The store under test, empty. */
    ExecutionStore store();

    /** Somebody new who joins the store, and leaves it after the test. */
    Party join();

    /** A new execution that is held. */
    default long started(Party party, String name) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, name).frames(Turns.frame(1, "Wait")));
        return key;
    }

    /** A new execution that nobody holds, and that waits for a message. */
    default long waiting(Party party, String name) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, name).frames(Turns.frame(1, "Wait")).release(null));
        return key;
    }

    /** A new execution that has ended. */
    default long ended(Party party, String name, Instant stop) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, name).ended(Status.SUCCEEDED, stop));
        return key;
    }

    default StoredExecution get(long key) {
        return store().get(key).orElseThrow();
    }
}
