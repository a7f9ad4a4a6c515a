package dev.asl4j.runtime.store;

import static dev.asl4j.runtime.store.Turns.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoredExecution.Status;
import org.junit.jupiter.api.Test;

/** What is noted of an execution outlives its scopes. */
interface NoteCases extends StoreCases {
    @Test
    default void notesAboutTheExecutionAreAmongItsFrames() {
        Party party = join();
        long key = party.session().newKey();
        StoredFrame notes = Turns.frame(StoredFrame.EXECUTION, "", "", StoredFrame.Phase.DONE);
        party.commit(Turns.start(key, "notes").frames(notes, Turns.frame(1, "A")));
        party.commit(Turns.of(key).without(1).ended(Status.SUCCEEDED, START.plusSeconds(1)));
        assertThat(store().frames(key)).containsExactly(notes);
        assertThat(store().census(MACHINE)).isEmpty();
    }
}
