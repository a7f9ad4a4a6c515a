package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is removed, what goes with it, and what is spared. */
interface RetentionCases extends StoreCases {
    Instant LATE = START.plusSeconds(1_000);

    @Test
    default void purgeRemovesAllThatBelongsToAnExecution() {
        Party party = join();
        long key = started(party, "old");
        String arn = "arn:run";
        party.commit(Turns.of(key)
                .events(Turns.event(1), Turns.event(2))
                .mapRuns(Turns.mapRun(arn, key, 5, StoredMapRun.Status.FAILED)));
        long child = party.session().newKey();
        party.commit(Turns.start(child, Turns.child("c", new Parent(key, 5, arn, 0, 1)))
                .events(Turns.event(1))
                .frames(Turns.frame(1, "A"))
                .ended(Status.FAILED, START));
        party.commit(Turns.of(key).ended(Status.FAILED, START.plusSeconds(5)));

        assertThat(store().purge(START.plusSeconds(5), 10)).isZero();
        assertThat(store().purge(START.plusSeconds(6), 10)).isEqualTo(1);
        for (long gone : new long[] {key, child}) {
            assertThat(store().get(gone)).isEmpty();
            assertThat(store().frames(gone)).isEmpty();
            assertThat(store().history(gone, 0, 10, false)).isEmpty();
            assertThat(party.claim(gone)).isEmpty();
        }
        assertThat(store().find(Turns.MACHINE, "old")).isEmpty();
        assertThat(store().list(ListCases.ALL)).isEmpty();
        assertThat(store().mapRun(arn)).isEmpty();
        assertThat(store().mapRuns(key)).isEmpty();
        assertThat(store().children(arn, -1, 10)).isEmpty();
        long next = started(party, "old");
        assertThat(store().find(Turns.MACHINE, "old").orElseThrow().key()).isEqualTo(next);
    }

    @Test
    default void purgeTakesNoMoreThanAskedAndNothingThatRuns() {
        Party party = join();
        started(party, "runs");
        waiting(party, "waits");
        for (int i = 0; i < 5; i++) {
            ended(party, "e" + i, START.plusSeconds(i));
        }
        ended(party, "late", LATE.plusSeconds(1));
        assertThat(store().purge(LATE, 2)).isEqualTo(2);
        assertThat(store().list(ListCases.ALL)).hasSize(6);
        assertThat(store().purge(LATE, 100)).isEqualTo(3);
        assertThat(store().purge(LATE, 100)).isZero();
        assertThat(store().list(ListCases.ALL))
                .extracting(it -> it.head().name())
                .containsExactly("late", "waits", "runs");
    }

    @Test
    default void purgeSparesWhatIsHeldOrHasMail() {
        Party party = join();
        long held = ended(party, "held", START);
        party.claim(held);
        long mailed = ended(party, "mailed", START);
        store().send(mailed, StoredMessage.Kind.REDRIVE, StoredMessage.Body.NONE);
        assertThat(store().purge(LATE, 10)).isZero();
        party.commit(Turns.of(held).ended(Status.SUCCEEDED, START));
        assertThat(store().purge(LATE, 10)).isEqualTo(1);
        assertThat(store().get(mailed)).isPresent();
    }

    @Test
    default void purgeSparesChildrenOfMapRunsAndWhoseChildrenGoOn() {
        Party party = join();
        long parent = started(party, "parent");
        party.commit(Turns.of(parent).mapRuns(Turns.mapRun("arn:run", parent, 5, StoredMapRun.Status.RUNNING)));
        long quick = party.session().newKey();
        party.commit(Turns.start(quick, Turns.child("c", new Parent(parent, 5, "arn:run", 0, 1)))
                .ended(Status.SUCCEEDED, START));
        long slow = party.session().newKey();
        party.commit(Turns.start(slow, Turns.child("c", new Parent(parent, 5, "arn:run", 1, 1))));
        assertThat(store().purge(LATE, 10)).isZero();
        party.commit(Turns.of(parent).ended(Status.ABORTED, START));
        assertThat(store().purge(LATE, 10)).isZero();
        assertThat(store().get(quick)).isPresent();
        party.commit(Turns.of(slow).ended(Status.ABORTED, START));
        assertThat(store().purge(LATE, 10)).isEqualTo(1);
        assertThat(store().get(quick)).isEmpty();
        assertThat(store().get(slow)).isEmpty();
    }

    @Test
    default void purgeSparesWhatATaskStartedWhileTheParentRuns() {
        Party party = join();
        long parent = started(party, "parent");
        long nested = party.session().newKey();
        party.commit(Turns.start(nested, Turns.child("n", new Parent(parent, 5, null, 0, 0)))
                .ended(Status.SUCCEEDED, START));
        assertThat(store().purge(LATE, 10)).isZero();
        assertThat(store().nested(parent, 5)).isPresent();
        party.commit(Turns.of(parent).ended(Status.SUCCEEDED, LATE.plusSeconds(9)));
        assertThat(store().purge(LATE, 10)).isEqualTo(1);
        assertThat(store().get(nested)).isEmpty();
        assertThat(store().get(parent)).isPresent();
    }

    @Test
    default void purgeRemovesAParentBeforeWhatItsTaskStarted() {
        Party party = join();
        long parent = started(party, "parent");
        long nested = party.session().newKey();
        party.commit(Turns.start(nested, Turns.child("n", new Parent(parent, 5, null, 0, 0))));
        party.commit(Turns.of(parent).ended(Status.ABORTED, START));
        assertThat(store().purge(LATE, 10)).isEqualTo(1);
        assertThat(store().get(parent)).isEmpty();
        assertThat(get(nested).head().parent()).isNotNull();
        party.commit(Turns.of(nested).ended(Status.SUCCEEDED, START));
        assertThat(store().purge(LATE, 10)).isEqualTo(1);
    }

    @Test
    default void whatWasRedrivenIsNoLongerOld() {
        Party party = join();
        long key = ended(party, "again", START);
        party.claim(key);
        party.commit(Turns.of(key).release(null));
        assertThat(store().purge(LATE, 10)).isZero();
        party.claim(key);
        party.commit(Turns.of(key).ended(Status.SUCCEEDED, START));
        assertThat(store().purge(LATE, 10)).isEqualTo(1);
    }
}
