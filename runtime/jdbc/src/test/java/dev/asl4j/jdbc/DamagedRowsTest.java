package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Instant;
import java.util.List;
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
            long damaged = due(store, guest);
            long other = due(store, guest);
            damage(store, "UPDATE asl4j_executions SET input = '#gone' WHERE key = ?", damaged);
            assertThat(keys(guest.session().claimDue(Instant.EPOCH, 10))).containsExactly(other);
        }
    }

    private static long due(JdbcExecutionStore store, Guest guest) {
        long key = guest.session().newKey();
        assertThat(guest.commit(Sample.released(Sample.start(key)))).isEqualTo(Committed.DONE);
        assertThat(store.send(key, StoredMessage.Kind.CHILD_ENDED, StoredMessage.Body.NONE))
                .isEqualTo(Receipt.ACCEPTED);
        return key;
    }

    private static void damage(JdbcExecutionStore store, String sql, long key) {
        store.calls().transact(link -> link.execute(sql, key));
    }

    private static List<Long> keys(List<Claimed> claimed) {
        return claimed.stream().map(one -> one.execution().key()).toList();
    }
}
