package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import org.junit.jupiter.api.Test;

/** The store in memory keeps the contract, and what it promises beyond. */
final class MemoryStoreTest extends ExecutionStoreContract {
    private static final int KEPT = 3;
    private static final int CHILDREN_KEPT = 50;

    @Override
    protected ExecutionStore open() {
        return ExecutionStore.inMemory();
    }

    @Test
    void theLastOnesThatEndedAreKept() {
        try (ExecutionStore store = ExecutionStore.inMemory(KEPT);
                Party party = new Party(store)) {
            long running = run(party, "running");
            for (int i = 0; i < 10; i++) {
                long key = run(party, "e" + i);
                party.commit(Turns.of(key).ended(Status.FAILED, Turns.START.minusSeconds(i)));
            }
            assertThat(store.list(ListCases.ALL))
                    .extracting(it -> it.head().name())
                    .containsExactly("e9", "e8", "e7", "running");
            assertThat(store.get(running)).isPresent();
            run(party, "e0");
        }
    }

    @Test
    void noneIsKeptIfNoneIsWanted() {
        try (ExecutionStore store = ExecutionStore.inMemory(0);
                Party party = new Party(store)) {
            long parent = run(party, "parent");
            long nested = party.session().newKey();
            party.commit(Turns.start(nested, Turns.child("n", new Parent(parent, 5, null, 0, 0)))
                    .ended(Status.SUCCEEDED, Turns.START));
            assertThat(store.nested(parent, 5))
                    .as("its parent may want to know")
                    .isPresent();
            party.commit(Turns.of(parent).ended(Status.SUCCEEDED, Turns.START));
            assertThat(store.list(ListCases.ALL)).isEmpty();
            assertThat(store.get(nested)).isEmpty();
        }
        assertThatThrownBy(() -> ExecutionStore.inMemory(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTheChildrenOfAMapRunTheLastOnesThatTheParentHasCountedAreKept() {
        try (ExecutionStore store = ExecutionStore.inMemory(CHILDREN_KEPT);
                Party party = new Party(store)) {
            long parent = run(party, "parent");
            party.commit(
                    Turns.of(parent).mapRuns(Turns.mapRun(MapRunCases.ARN, parent, 9, StoredMapRun.Status.RUNNING)));
            for (int i = 0; i < 10 * CHILDREN_KEPT; i++) {
                endChild(party, parent, i);
            }
            assertThat(store.children(MapRunCases.ARN, -1, 100_000))
                    .as("none is counted")
                    .hasSize(10 * CHILDREN_KEPT);
            for (StoredMessage message : store.messages(parent)) {
                party.commit(Turns.of(parent).taken(message.id()));
            }
            assertThat(store.children(MapRunCases.ARN, -1, 100_000))
                    .extracting(it -> it.head().parent().position())
                    .hasSize(CHILDREN_KEPT)
                    .startsWith(9 * CHILDREN_KEPT);
            party.commit(Turns.of(parent).ended(Status.SUCCEEDED, Turns.START));
            assertThat(store.purge(Turns.START.plusSeconds(1), 10)).isEqualTo(1);
            assertThat(store.children(MapRunCases.ARN, -1, 100_000)).isEmpty();
        }
    }

    @Test
    void aChildThatGoesOnAgainIsKept() {
        try (ExecutionStore store = ExecutionStore.inMemory(CHILDREN_KEPT);
                Party party = new Party(store)) {
            long parent = run(party, "parent");
            party.commit(
                    Turns.of(parent).mapRuns(Turns.mapRun(MapRunCases.ARN, parent, 9, StoredMapRun.Status.RUNNING)));
            long redriven = endChild(party, parent, 0);
            party.commit(Turns.of(parent).taken(store.messages(parent).get(0).id()));
            party.claim(redriven);
            party.commit(Turns.of(redriven));
            for (int i = 1; i < 3 * CHILDREN_KEPT; i++) {
                endChild(party, parent, i);
                party.commit(
                        Turns.of(parent).taken(store.messages(parent).get(0).id()));
            }
            assertThat(store.get(redriven)).isPresent();
        }
    }

    private static long endChild(Party party, long parent, int position) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, Turns.child("c", new Parent(parent, 9, MapRunCases.ARN, position, 1)))
                .ended(Status.SUCCEEDED, Turns.START)
                .send(
                        parent,
                        StoredMessage.Kind.CHILD_ENDED,
                        new StoredMessage.Body(
                                MapRunCases.ARN,
                                Json.object()
                                        .set(StoredMessage.KEY, LongNode.valueOf(key))
                                        .build(),
                                null,
                                null)));
        return key;
    }

    @Test
    void manyComeAndGoWithoutLeavingAnything() {
        try (ExecutionStore store = ExecutionStore.inMemory(KEPT);
                Party party = new Party(store)) {
            for (int i = 0; i < 5_000; i++) {
                long key = run(party, "n" + i % 7);
                party.commit(Turns.of(key).ended(Status.SUCCEEDED, Turns.START).without(1));
            }
            assertThat(store.list(ListCases.ALL)).hasSize(KEPT);
        }
    }

    @Test
    void recordsAreKeptAsTheyAre() {
        Party party = join();
        StoredFrame frame = Turns.frame(1, "S");
        StoredExecution.Head head = Turns.head("M", "n");
        long key = party.session().newKey();
        party.commit(Turns.start(key, head).frames(frame));
        assertThat(store().frames(key).get(0)).isSameAs(frame);
        assertThat(get(key).head()).isSameAs(head);
    }

    @Test
    void aTurnOfWhatIsNotHeldIsAMistakeOfTheEngine() {
        Party party = join();
        long key = waiting(party, "free");
        assertThatThrownBy(() -> party.tryCommit(Turns.of(key))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> party.tryCommit(Turns.of(4711))).isInstanceOf(IllegalStateException.class);
    }

    private static long run(Party party, String name) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, name).frames(Turns.frame(1, "Wait")));
        return key;
    }
}
