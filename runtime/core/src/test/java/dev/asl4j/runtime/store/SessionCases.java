package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who holds an execution, and when one that nobody holds is to go on. */
interface SessionCases extends StoreCases {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    default void whatIsHeldIsNotClaimed() {
        Party holder = join();
        Party other = join();
        long key = started(holder, "held");
        assertThat(other.claim(key)).isEmpty();
        assertThat(holder.claim(key)).isEmpty();
        assertThat(other.claimDue(NOON, 10)).isEmpty();
        assertThat(other.session().nextDue()).isEmpty();
    }

    @Test
    default void whatIsReleasedIsClaimedOnce() {
        Party party = join();
        Party other = join();
        long key = waiting(party, "released");
        Claimed claimed = other.claim(key).orElseThrow();
        assertThat(claimed.execution()).isEqualTo(get(key));
        assertThat(claimed.frames()).containsExactly(Turns.frame(1, "Wait"));
        assertThat(claimed.messages()).isEmpty();
        assertThat(party.claim(key)).isEmpty();
        assertThat(other.claim(key)).isEmpty();
        other.commit(Turns.of(key).release(null));
        assertThat(party.claim(key)).isPresent();
    }

    @Test
    default void whatWaitsForAMessageIsNeverDue() {
        Party party = join();
        waiting(party, "patient");
        assertThat(party.session().nextDue()).isEmpty();
        assertThat(party.claimDue(NOON.plus(10_000, ChronoUnit.DAYS), 10)).isEmpty();
    }

    @Test
    default void dueMeansByThenAndNotEarlier() {
        Party party = join();
        long key = started(party, "sleeper");
        Instant wake = NOON.plusNanos(789_000);
        party.commit(Turns.of(key).release(wake));
        assertThat(party.session().nextDue()).contains(wake);
        assertThat(party.claimDue(wake.minusNanos(1_000), 10)).isEmpty();
        assertThat(party.claimDue(wake, 10)).containsExactly(key);
        assertThat(party.claimDue(wake.plusSeconds(1), 10)).isEmpty();
        assertThat(party.session().nextDue()).isEmpty();
    }

    @Test
    default void thoseComeFirstThatAreDueLongest() {
        Party party = join();
        long[] keys = new long[6];
        int[] minutes = {30, 10, 50, 20, 40, 0};
        for (int i = 0; i < keys.length; i++) {
            keys[i] = started(party, "due" + i);
            party.commit(Turns.of(keys[i]).release(NOON.plus(minutes[i], ChronoUnit.MINUTES)));
        }
        assertThat(party.session().nextDue()).contains(NOON);
        assertThat(party.claimDue(NOON.plusSeconds(3_599), 2)).containsExactly(keys[5], keys[1]);
        assertThat(party.session().nextDue()).contains(NOON.plusSeconds(1_200));
        assertThat(party.claimDue(NOON.plusSeconds(2_400), 10)).containsExactly(keys[3], keys[0], keys[4]);
        assertThat(party.claimDue(NOON.plusSeconds(3_000), 10)).containsExactly(keys[2]);
    }

    @Test
    default void aWakeInThePastOrFarAwayIsKept() {
        Party party = join();
        long past = started(party, "past");
        party.commit(Turns.of(past).release(Instant.parse("1969-07-20T20:17:40.000001Z")));
        long far = started(party, "far");
        Instant end = Instant.parse("9999-12-31T23:59:59.999999Z");
        party.commit(Turns.of(far).release(end));
        assertThat(party.claimDue(NOON, 10)).containsExactly(past);
        assertThat(party.session().nextDue()).contains(end);
        assertThat(party.claimDue(end, 10)).containsExactly(far);
    }

    @Test
    default void aClaimEndsTheWait() {
        Party party = join();
        long key = started(party, "sleeper");
        party.commit(Turns.of(key).release(NOON));
        assertThat(party.claim(key)).isPresent();
        assertThat(party.session().nextDue()).isEmpty();
        assertThat(party.claimDue(NOON, 10)).isEmpty();
        party.commit(Turns.of(key).release(NOON.plusSeconds(5)));
        assertThat(party.session().nextDue()).contains(NOON.plusSeconds(5));
    }

    @Test
    default void whatHasEndedIsNeverHeldNorDue() {
        Party party = join();
        long key = started(party, "done");
        Turns last = Turns.of(key).ended(Status.SUCCEEDED, NOON).without(1);
        party.commit(last);
        assertThat(party.session().nextDue()).isEmpty();
        assertThat(party.claimDue(NOON.plusSeconds(1), 10)).isEmpty();
        Claimed claimed = join().claim(key).orElseThrow();
        assertThat(claimed.execution().progress().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(claimed.frames()).isEmpty();
    }

    @Test
    default void anEndedOneThatWasClaimedIsLetGo() {
        Party party = join();
        long key = ended(party, "done", NOON);
        assertThat(party.claim(key)).isPresent();
        assertThat(join().claim(key)).isEmpty();
        party.commit(Turns.of(key).ended(Status.SUCCEEDED, NOON));
        assertThat(join().claim(key)).isPresent();
    }

    @Test
    default void anEndedOneMayRunAgain() {
        Party party = join();
        long key = started(party, "redriven");
        party.commit(Turns.of(key).ended(Status.FAILED, NOON));
        assertThat(party.claim(key).orElseThrow().frames()).hasSize(1);
        party.commit(Turns.of(key).release(NOON.plusSeconds(9)));
        assertThat(get(key).progress()).isEqualTo(Turns.running());
        assertThat(party.claimDue(NOON.plusSeconds(9), 1)).containsExactly(key);
    }

    @Test
    default void whoLeavesMakesDueWhatItHeld() throws Exception {
        Party leaving = join();
        Party staying = join();
        long held = started(leaving, "held");
        long own = started(staying, "own");
        long asleep = started(leaving, "asleep");
        leaving.commit(Turns.of(asleep).release(NOON.plusSeconds(60)));
        long done = ended(leaving, "done", NOON);
        staying.forgetDue();
        leaving.close();

        assertThat(staying.awaitClaim(NOON).execution().key()).isEqualTo(held);
        assertThat(staying.claimDue(NOON, 10)).isEmpty();
        assertThat(staying.session().nextDue()).contains(NOON.plusSeconds(60));
        assertThat(join().claim(own)).isEmpty();
        assertThat(staying.claim(done)).isPresent();
    }

    @Test
    default void atOnceIsATimeLongPast() {
        Party leaving = join();
        long held = started(leaving, "held");
        leaving.close();
        Party next = join();
        assertThat(next.session().nextDue().orElseThrow()).isBefore(START);
        assertThat(next.claimDue(START, 10)).containsExactly(held);
    }

    @Test
    default void whoHasLeftCommitsNothing() {
        Party leaving = join();
        long key = started(leaving, "held");
        leaving.close();
        leaving.close();
        assertThat(leaving.tryCommit(Turns.of(key).frames(Turns.frame(2, "Late"))))
                .isEqualTo(Committed.LOST);
        assertThat(leaving.tryCommit(Turns.start(leaving.session().newKey(), "late")))
                .isEqualTo(Committed.LOST);
        assertThat(store().frames(key)).hasSize(1);
        assertThat(store().find(Turns.MACHINE, "late")).isEmpty();
    }

    @Test
    default void leavingWaitsForTurns() {
        Party leaving = join();
        List<Long> keys = leaving.newKeys(100);
        for (long key : keys) {
            leaving.commitLater(Turns.start(key, "k" + key).release(NOON));
        }
        leaving.close();
        assertThat(keys).allSatisfy(key -> assertThat(store().get(key)).isPresent());
    }

    @Test
    default void endsAreToldToThoseWhoWatch() throws Exception {
        Party holder = join();
        Party watcher = join();
        long key = started(holder, "watched");
        watcher.session().watch(key);
        holder.commit(Turns.of(key).ended(Status.ABORTED, NOON));
        watcher.awaitEnded(key);
        assertThat(get(key).progress().status()).isEqualTo(Status.ABORTED);
    }

    @Test
    default void whatDoesNotRunNeedNotBeAwaited() throws Exception {
        Party party = join();
        long key = ended(party, "done", NOON);
        party.session().watch(key);
        party.awaitEnded(key);
        party.session().watch(4711);
        party.awaitEnded(4711);
    }
}
