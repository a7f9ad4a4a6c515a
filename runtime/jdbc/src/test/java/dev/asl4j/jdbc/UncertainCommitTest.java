package dev.asl4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break while a transaction is being committed: what was to happen happens once. */
@Timeout(180)
final class UncertainCommitTest {
    private FlakySource source;
    private JdbcExecutionStore store;
    private Guest guest;

    @BeforeEach
    void open() {
        source = new FlakySource(StoreUnderTest.POSTGRESQL.newUrl());
        store = JdbcExecutionStore.open(source, StoreUnderTest.OPTIONS);
        guest = new Guest(store);
    }

    @AfterEach
    void close() {
        if (store != null) {
            guest.close();
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTurnHappensOnce(FlakySource.Break first) {
        long key = guest.start();
        source.breakNext(first);
        assertThat(guest.commit(Sample.next(key, 2))).isEqualTo(Committed.DONE);
        source.breakNext(first, FlakySource.Break.BEFORE, FlakySource.Break.AFTER);
        assertThat(guest.commit(Sample.next(key, 3))).isEqualTo(Committed.DONE);
        assertThat(guest.commit(Sample.next(key, 4))).isEqualTo(Committed.DONE);
        assertThat(store.history(key, 0, 10, false)).extracting(it -> it.id()).containsExactly(1L, 2L, 3L, 4L);
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsTakenByOne(FlakySource.Break first) {
        long key = guest.session().newKey();
        var taken = Sample.start(guest.start()).head();
        source.breakNext(first);
        var start = Sample.start(key);
        var again = new dev.asl4j.runtime.store.Turn(
                key,
                taken,
                start.progress(),
                true,
                null,
                start.changed(),
                List.of(),
                start.events(),
                List.of(),
                List.of(),
                List.of());
        assertThat(guest.commit(again)).isEqualTo(Committed.NAME_TAKEN);
        source.breakNext(first);
        assertThat(guest.commit(start)).isEqualTo(Committed.DONE);
    }

    @Test
    void manyTurnsHappenOnceWhateverBreaks() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            keys.add(guest.start());
        }
        FlakySource.Break[] kinds = FlakySource.Break.values();
        int turns = 15;
        for (long turn = 2; turn <= turns; turn++) {
            source.breakNext(kinds[random.nextInt(kinds.length)], kinds[random.nextInt(kinds.length)]);
            List<CompletableFuture<Committed>> done = new ArrayList<>();
            for (long key : keys) {
                done.add(guest.commitLater(Sample.next(key, turn)));
            }
            assertThat(done)
                    .as("seed %d", seed)
                    .allSatisfy(each -> assertThat(each.join()).isEqualTo(Committed.DONE));
        }
        assertThat(keys)
                .as("seed %d", seed)
                .allSatisfy(key -> assertThat(store.history(key, 0, 100, false)).hasSize(turns));
    }

    @Test
    void whatWasClaimedWithoutAnAnswerIsFoundAgain() {
        long first = guest.start();
        guest.commit(Sample.released(Sample.next(first, 2)));
        source.breakNext(FlakySource.Break.AFTER);
        assertThatThrownBy(() -> guest.session().claim(first))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("not known");
        assertThat(guest.session().claimDue(Instant.EPOCH, 10))
                .extracting(it -> it.execution().key())
                .containsExactly(first);
        assertThat(guest.session().claimDue(Instant.EPOCH, 10)).isEmpty();
        assertThat(guest.session().claim(first)).isEmpty();

        guest.commit(Sample.released(Sample.next(first, 3)));
        source.breakNext(FlakySource.Break.AFTER);
        assertThatThrownBy(() -> guest.session().claim(first)).isInstanceOf(StoreException.class);
        assertThat(guest.session().claim(first)).isPresent();
        assertThat(guest.session().claimDue(Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    void whoSendsIsToldThatNobodyKnows() {
        long key = guest.start();
        source.breakNext(FlakySource.Break.AFTER);
        assertThatThrownBy(() -> store.send(key, StoredMessage.Kind.STOP, StoredMessage.Body.NONE))
                .isInstanceOf(StoreException.class);
        assertThat(store.messages(key)).hasSize(1);
    }
}
