package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that die, or are taken for dead, and turns that are refused. */
@Timeout(180)
final class SessionTest {
    @ParameterizedTest
    @EnumSource
    void whatADeadEngineHeldIsTakenOver(StoreUnderTest database) throws Exception {
        try (JdbcExecutionStore store = database.open();
                Guest dead = new Guest(store);
                Guest heir = new Guest(store)) {
            long key = dead.start();
            dead.session().die();
            database.takeForDead(store, dead.session().number());
            assertThat(heir.awaitClaim()).isEqualTo(key);
            assertThat(heir.commit(Sample.next(key, 2))).isEqualTo(Committed.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoJoinsTakesOverAtOnce(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest dead = new Guest(store)) {
            long key = dead.start();
            dead.session().die();
            database.takeForDead(store, dead.session().number());
            try (Guest heir = new Guest(store)) {
                assertThat(heir.session().nextDue()).contains(Micros.instant(Micros.AT_ONCE));
                assertThat(heir.session().claim(key)).isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL") // SQLite's sessions have no lease: the operating system knows who lives
    void oneThatStoodStillFindsOutWhetherItWasTakenForDeadBeforeItDoesAnything(StoreUnderTest database)
            throws Exception {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store);
                Guest heir = new Guest(store)) {
            long key = guest.start();
            standStill(guest);
            assertThat(guest.session().isCurrent()).isTrue();
            database.takeForDead(store, guest.session().number());
            assertThat(heir.awaitClaim()).isEqualTo(key);
            standStill(guest);
            assertThat(guest.session().isCurrent()).isFalse();
            guest.awaitLost();
        }
    }

    private static void standStill(Guest guest) {
        guest.session().lease().given(RealTime.nanos() - Duration.ofHours(1).toNanos());
    }

    /** Such a turn leaves the row alone that says who holds the execution. */
    @ParameterizedTest
    @EnumSource
    void oneThatWasTakenForDeadCommitsNothingThatOnlyGoesOn(StoreUnderTest database) throws Exception {
        try (JdbcExecutionStore store = database.open();
                Guest paused = new Guest(store);
                Guest heir = new Guest(store)) {
            long key = paused.start();
            assertThat(paused.commit(Sample.steady(key, 2))).isEqualTo(Committed.DONE);
            database.takeForDead(store, paused.session().number());
            assertThat(heir.awaitClaim()).isEqualTo(key);

            assertThat(paused.commit(Sample.steady(key, 3))).isEqualTo(Committed.LOST);
            paused.awaitLost();
            assertThat(store.history(key, 0, 10, false)).hasSize(2);
            assertThat(store.get(key).orElseThrow().progress().lastEvent()).isEqualTo(2);
            assertThat(heir.commit(Sample.steady(key, 3))).isEqualTo(Committed.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatComesBackAfterItWasTakenForDeadCommitsNothing(StoreUnderTest database) throws Exception {
        try (JdbcExecutionStore store = database.open();
                Guest paused = new Guest(store);
                Guest heir = new Guest(store)) {
            long key = paused.start();
            database.takeForDead(store, paused.session().number());
            assertThat(heir.awaitClaim()).isEqualTo(key);

            long late = paused.session().newKey();
            assertThat(paused.commit(Sample.next(key, 2))).isEqualTo(Committed.LOST);
            assertThat(paused.commit(Sample.start(late))).isEqualTo(Committed.LOST);
            paused.awaitLost();
            assertThat(paused.session().claim(key)).isEmpty();
            assertThat(store.get(late)).isEmpty();
            assertThat(store.history(key, 0, 10, false)).hasSize(1);
            assertThat(heir.commit(Sample.next(key, 2))).isEqualTo(Committed.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOthersHearOfALostSession(StoreUnderTest database) throws Exception {
        try (JdbcExecutionStore store = database.open();
                Guest idle = new Guest(store)) {
            store.calls()
                    .transact(link -> new Sessions(store.database())
                            .remove(link, idle.session().number()));
            if (database == StoreUnderTest.SQLITE) { // the other looks for itself only when its lease wants renewal
                idle.awaitLost();
            } else {
                assertThat(idle.commit(Sample.start(idle.session().newKey()))).isEqualTo(Committed.LOST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void turnsThatWaitShareACommit(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            List<CompletableFuture<Committed>> turns = new ArrayList<>();
            int count = 2_000;
            for (int i = 0; i < count; i++) {
                turns.add(guest.commitLater(Sample.start(guest.session().newKey())));
            }
            assertThat(turns).allSatisfy(turn -> assertThat(turn.join()).isEqualTo(Committed.DONE));
            assertThat(StoreUnderTest.number(store, "SELECT count(*) FROM asl4j_executions"))
                    .isEqualTo(count);
            assertThat(StoreUnderTest.number(store, "SELECT commits FROM asl4j_sessions"))
                    .isLessThan(count / 4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoneTurnIsCommittedByWhoHasNothingElseToDo(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long key = guest.session().newKey();
            for (Turn turn : List.of(Sample.start(key), Sample.next(key, 2), Sample.next(key, 3))) {
                AtomicReference<Thread> teller = new AtomicReference<>();
                guest.session().commitHere(turn, committed -> teller.set(Thread.currentThread()));
                assertThat(teller).hasValue(Thread.currentThread());
            }
            assertThat(store.history(key, 0, 10, false)).hasSize(3);
            assertThat(StoreUnderTest.number(store, "SELECT commits FROM asl4j_sessions"))
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTurnThatIsRefusedDoesNotHoldUpOthers(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            List<Long> keys = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                keys.add(guest.start());
            }
            List<CompletableFuture<Committed>> turns = new ArrayList<>();
            for (long key : keys) {
                boolean bad = key == keys.get(7);
                turns.add(guest.commitLater(Sample.next(key, bad ? 1 : 2))); // event 1 is there already
            }
            for (int i = 0; i < keys.size(); i++) {
                assertThat(turns.get(i).join()).isEqualTo(i == 7 ? Committed.REFUSED : Committed.DONE);
            }
            assertThat(store.history(keys.get(7), 0, 10, false)).hasSize(1);
            assertThat(guest.commit(Sample.next(keys.get(7), 2))).isEqualTo(Committed.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTurnOfWhatIsNotHeldIsRefused(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest holder = new Guest(store);
                Guest other = new Guest(store)) {
            long key = holder.start();
            assertThat(other.commit(Sample.next(key, 2))).isEqualTo(Committed.REFUSED);
            assertThat(store.frames(key).get(0).state()).isEqualTo("S1");
            assertThat(holder.commit(Sample.next(key, 2))).isEqualTo(Committed.DONE);
        }
    }
}
