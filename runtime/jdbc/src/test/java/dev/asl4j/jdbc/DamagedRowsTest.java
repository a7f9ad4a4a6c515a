package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.runtime.ExecutionAdmin;
import dev.asl4j.runtime.ExecutionFilter;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.ExecutionSummary;
import dev.asl4j.runtime.Page;
import dev.asl4j.runtime.store.DamagedExecutionException;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that somebody has changed by hand, or a disk: the execution is parked, and holds up no other one. */
@Timeout(120)
final class DamagedRowsTest {
    @ParameterizedTest
    @EnumSource
    void oneThatCannotBeReadHoldsUpNoOther(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long first = due(store, guest);
            long damaged = due(store, guest);
            long last = due(store, guest);
            damage(store, "UPDATE asl4j_frames SET input = '{\"card\": s3cr3t' WHERE execution = ?", damaged);
            assertThat(keys(guest.session().claimDue(Instant.EPOCH, 10))).containsExactly(first, last);
            assertThat(store.get(damaged).orElseThrow().progress().parked())
                    .isEqualTo("its rows in the database cannot be read");
            assertThat(guest.session().claimDue(Instant.EPOCH, 10)).isEmpty();
            assertThat(guest.session().nextDue()).isEmpty();
            assertThat(guest.session().claim(damaged)).isEmpty();

            damage(store, "UPDATE asl4j_frames SET input = '{}' WHERE execution = ?", damaged);
            assertThat(guest.session().claim(damaged)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLostPayloadIsNoReasonEither(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long first = due(store, guest);
            long damaged = due(store, guest);
            long last = due(store, guest);
            damage(store, "UPDATE asl4j_executions SET input = '#gone' WHERE key = ?", damaged);
            assertThat(keys(guest.session().claimDue(Instant.EPOCH, 10))).containsExactly(first, last);
            damage(store, "UPDATE asl4j_executions SET input = '{}' WHERE key = ?", damaged);
            assertThat(store.get(damaged).orElseThrow().progress().parked()).isEqualTo(Damage.REASON);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListGoesOnWithTheOthersAndSaysWhichIsDamaged(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            List<Long> keys = List.of(
                    due(store, guest), due(store, guest), due(store, guest), due(store, guest), due(store, guest));
            damage(store, "UPDATE asl4j_executions SET input = '{\"card\": s3cr3t' WHERE key = ?", keys.get(0));
            damage(store, "UPDATE asl4j_executions SET output = '#gone', type = 'DAILY' WHERE key = ?", keys.get(2));
            damage(store, "UPDATE asl4j_executions SET status = 'ASLEEP', input = '' WHERE key = ?", keys.get(3));
            ExecutionAdmin admin = ExecutionAdmin.of(store);
            for (int size : new int[] {1, 2, 3, 100}) {
                ExecutionFilter filter = ExecutionFilter.all().maxResults(size);
                List<ExecutionSummary> listed =
                        Page.all(token -> admin.list(filter.nextToken(token))).toList();
                assertThat(listed)
                        .extracting(ExecutionSummary::name)
                        .containsExactly(
                                "n" + keys.get(4),
                                "n" + keys.get(3),
                                "n" + keys.get(2),
                                "n" + keys.get(1),
                                "n" + keys.get(0));
                assertThat(listed)
                        .extracting(ExecutionSummary::parkedReason)
                        .containsExactly(
                                null,
                                Damage.REASON + ": input, status",
                                Damage.REASON + ": type, output",
                                null,
                                Damage.REASON + ": input");
                assertThat(listed).extracting(ExecutionSummary::status).containsOnly(ExecutionStatus.RUNNING);
            }
            assertThat(admin.list(ExecutionFilter.all().namePrefix("n" + keys.get(0)))
                            .items())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void soDoesThatOfTheChildrenOfAMapRun(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            for (int position = 0; position < 4; position++) {
                damage(
                        store,
                        "UPDATE asl4j_executions SET parent = 1, visit = 1, map_run = 'arn', items = 1, position = "
                                + position + " WHERE key = ?",
                        due(store, guest));
            }
            damage(store, "UPDATE asl4j_executions SET input = '#gone' WHERE position = ?", 2);
            ExecutionFilter children = ExecutionFilter.all().mapRunArn("arn").maxResults(3);
            List<ExecutionSummary> listed = Page.all(
                            token -> ExecutionAdmin.of(store).list(children.nextToken(token)))
                    .toList();
            assertThat(listed)
                    .extracting(ExecutionSummary::parkedReason)
                    .containsExactly(null, null, Damage.REASON + ": input", null);
            assertThatThrownBy(() -> store.children("arn", -1, 10)).isInstanceOf(DamagedExecutionException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverAsksForADamagedOneIsTold(StoreUnderTest database) {
        try (JdbcExecutionStore store = database.open();
                Guest guest = new Guest(store)) {
            long key = due(store, guest);
            long other = due(store, guest);
            ExecutionAdmin admin = ExecutionAdmin.of(store);
            damage(store, "UPDATE asl4j_frames SET input = '{\"card\": s3cr3t' WHERE execution = ?", key);
            assertDamaged(key, "frames", () -> admin.describe(Sample.MACHINE, "n" + key));
            damage(store, "UPDATE asl4j_frames SET phase = 'DREAM', input = '1' WHERE execution = ?", key);
            assertDamaged(key, "frames", () -> admin.describe(Sample.MACHINE, "n" + key));
            damage(store, "UPDATE asl4j_events SET events = '[[1,0' WHERE execution = ?", key);
            assertDamaged(key, "events", () -> admin.history(Sample.MACHINE, "n" + key));
            damage(store, "UPDATE asl4j_messages SET kind = 'WHISPER' WHERE execution = ?", key);
            assertDamaged(key, "messages", () -> store.messages(key));
            damage(store, "UPDATE asl4j_executions SET input = '{\"card\": s3cr3t' WHERE key = ?", key);
            assertDamaged(key, "input", () -> admin.describe(Sample.MACHINE, "n" + key));
            assertDamaged(key, "input", () -> admin.stop(Sample.MACHINE, "n" + key, null, null));
            assertDamaged(key, "input, frames", () -> store.frames(key));
            assertThat(admin.describe(Sample.MACHINE, "n" + other)).isPresent();
            assertThat(admin.history(Sample.MACHINE, "n" + other)).hasSize(1);
        }
    }

    private static long due(JdbcExecutionStore store, Guest guest) {
        long key = guest.session().newKey();
        assertThat(guest.commit(Sample.released(Sample.start(key)))).isEqualTo(Committed.DONE);
        assertThat(store.send(key, StoredMessage.Kind.CHILD_ENDED, StoredMessage.Body.NONE))
                .isEqualTo(Receipt.ACCEPTED);
        return key;
    }

    private static void assertDamaged(long key, String what, ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOf(DamagedExecutionException.class)
                .hasMessage("what the store has of execution n" + key + " of Orders (key " + key + ") cannot be read: "
                        + what)
                .hasNoCause();
    }

    private static void damage(JdbcExecutionStore store, String sql, long key) {
        store.calls().transact(link -> link.execute(sql, key));
    }

    private static List<Long> keys(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.execution().key()).toList();
    }
}
