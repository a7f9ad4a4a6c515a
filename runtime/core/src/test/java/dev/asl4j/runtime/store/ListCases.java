package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.ExecutionQuery.Cursor;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of executions, and the pages of histories. */
interface ListCases extends StoreCases {
    ExecutionQuery ALL = new ExecutionQuery(null, null, null, null, null, false, null, 1_000);

    private static ExecutionQuery machine(String machine) {
        return new ExecutionQuery(machine, null, null, null, null, false, null, 1_000);
    }

    private static ExecutionQuery prefix(String prefix) {
        return new ExecutionQuery(null, null, null, null, prefix, false, null, 1_000);
    }

    private List<Long> keys(ExecutionQuery query) {
        return store().list(query).stream().map(StoredExecution::key).toList();
    }

    private long startedAt(Party party, String machine, String name, long second) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, Turns.head(machine, name, START.plusSeconds(second))));
        return key;
    }

    @Test
    default void theNewestComeFirstWhateverTheOrderOfTheirTurns() {
        Party party = join();
        long second = startedAt(party, "A", "b", 20);
        long first = startedAt(party, "A", "a", 10);
        long fourth = startedAt(party, "B", "d", 40);
        long third = startedAt(party, "A", "c", 30);
        long alsoThird = startedAt(party, "B", "c", 30);
        assertThat(keys(ALL)).containsExactly(fourth, alsoThird, third, second, first);
        assertThat(keys(machine("A"))).containsExactly(third, second, first);
        assertThat(keys(machine("a"))).isEmpty();
        assertThat(store().list(ALL).get(0)).isEqualTo(get(fourth));
    }

    @Test
    default void pagesJoinWithoutGapOrOverlap() {
        Party party = join();
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            keys.add(startedAt(party, "A", "n" + i, i / 4));
        }
        Collections.reverse(keys);
        List<Long> paged = new ArrayList<>();
        Cursor after = null;
        for (List<StoredExecution> page = List.of(); after == null || !page.isEmpty(); ) {
            page = store().list(new ExecutionQuery("A", null, null, null, null, false, after, 4));
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            page.forEach(it -> paged.add(it.key()));
            if (page.isEmpty()) {
                break;
            }
            StoredExecution last = page.get(page.size() - 1);
            after = new Cursor(last.head().start(), last.key());
            if (paged.size() == 8) {
                startedAt(party, "A", "new", 1_000);
            }
        }
        assertThat(paged).containsExactlyElementsOf(keys);
    }

    @Test
    default void filtersByStatus() {
        Party party = join();
        long running = started(party, "running");
        long done = ended(party, "done", START.plusSeconds(1));
        long failed = started(party, "failed");
        party.commit(Turns.of(failed).ended(Status.FAILED, START.plusSeconds(2)));
        for (Status status : Status.values()) {
            List<Long> expected = switch (status) {
                case RUNNING -> List.of(running);
                case SUCCEEDED -> List.of(done);
                case FAILED -> List.of(failed);
                case TIMED_OUT, ABORTED -> List.of();
            };
            assertThat(keys(new ExecutionQuery(null, status, null, null, null, false, null, 10)))
                    .isEqualTo(expected);
            assertThat(keys(new ExecutionQuery(Turns.MACHINE, status, null, null, null, false, null, 10)))
                    .isEqualTo(expected);
            assertThat(keys(new ExecutionQuery("Other", status, null, null, null, false, null, 10)))
                    .isEmpty();
        }
    }

    @Test
    default void filtersByStartFromThenUntilBefore() {
        Party party = join();
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            keys.add(startedAt(party, "A", "n" + i, i));
        }
        assertThat(keys(new ExecutionQuery(
                        null, null, START.plusSeconds(2), START.plusSeconds(4), null, false, null, 10)))
                .containsExactly(keys.get(3), keys.get(2));
        assertThat(keys(new ExecutionQuery(null, null, START.plusSeconds(5), null, null, false, null, 10)))
                .containsExactly(keys.get(5));
        assertThat(keys(new ExecutionQuery("A", null, null, START.plusNanos(1_000), null, false, null, 10)))
                .containsExactly(keys.get(0));
    }

    @Test
    default void filtersByPrefixAndTakesNoCharacterForAPattern() {
        Party party = join();
        for (String name : List.of(
                "job",
                "job-1",
                "job_1",
                "JOB-1",
                "j%b",
                "j_b",
                "jab",
                "j\\b",
                "it's",
                "\uD83D\uDE80 go",
                "\uD83D\uDE80")) {
            started(party, name);
        }
        assertThat(names("job")).containsExactly("job_1", "job-1", "job");
        assertThat(names("job-")).containsExactly("job-1");
        assertThat(names("j%")).containsExactly("j%b");
        assertThat(names("j_")).containsExactly("j_b");
        assertThat(names("j\\")).containsExactly("j\\b");
        assertThat(names("it'")).containsExactly("it's");
        assertThat(names("\uD83D\uDE80")).containsExactly("\uD83D\uDE80", "\uD83D\uDE80 go");
        assertThat(names("")).hasSize(11);
        assertThat(names("x")).isEmpty();
    }

    private List<String> names(String prefix) {
        return store().list(prefix(prefix)).stream().map(it -> it.head().name()).toList();
    }

    @Test
    default void filtersParkedOnes() {
        Party party = join();
        started(party, "goes on");
        long parked = started(party, "parked");
        party.commit(Turns.of(parked).progress(Turns.progress(Status.RUNNING, null, "No class")));
        ExecutionQuery query = new ExecutionQuery(null, null, null, null, null, true, null, 10);
        assertThat(keys(query)).containsExactly(parked);
        party.commit(Turns.of(parked));
        assertThat(keys(query)).isEmpty();
    }

    @Test
    default void childrenOfMapRunsAreNotListedNorFoundByName() {
        Party party = join();
        long parent = started(party, "parent");
        long child = party.session().newKey();
        party.commit(Turns.start(child, Turns.child("same", new Parent(parent, 5, "arn:run", 0, 1))));
        long nested = party.session().newKey();
        party.commit(Turns.start(nested, Turns.child("same", new Parent(parent, 6, null, 0, 0))));
        assertThat(keys(ALL)).containsExactly(nested, parent);
        assertThat(store().find("Child", "same").orElseThrow().key()).isEqualTo(nested);
        assertThat(store().nested(parent, 5)).isEmpty();
    }

    @Test
    default void historyIsPagedBothWays() {
        Party party = join();
        long key = started(party, "told");
        party.commit(Turns.of(key).events(Turns.event(1), Turns.event(2), Turns.event(3)));
        party.commit(Turns.of(key).events(Turns.event(4)));
        party.commit(Turns.of(key));
        party.commit(Turns.of(key).events(Turns.event(5), Turns.event(6), Turns.event(7)));

        assertThat(ids(key, 0, 100, false)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(ids(key, 0, 2, false)).containsExactly(1L, 2L);
        assertThat(ids(key, 2, 3, false)).containsExactly(3L, 4L, 5L);
        assertThat(ids(key, 5, 2, false)).containsExactly(6L, 7L);
        assertThat(ids(key, 7, 2, false)).isEmpty();
        assertThat(ids(key, 0, 100, true)).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(ids(key, 0, 2, true)).containsExactly(7L, 6L);
        assertThat(ids(key, 6, 4, true)).containsExactly(5L, 4L, 3L, 2L);
        assertThat(ids(key, 2, 4, true)).containsExactly(1L);
        assertThat(ids(key, 1, 4, true)).isEmpty();
        assertThat(store().history(key, 3, 1, false)).containsExactly(Turns.event(4));
    }

    private List<Long> ids(long key, long after, int limit, boolean reversed) {
        return store().history(key, after, limit, reversed).stream()
                .map(it -> it.id())
                .toList();
    }

    @Test
    default void aLongHistoryIsReadPageByPage() {
        Party party = join();
        long key = started(party, "long");
        long id = 0;
        for (int turn = 0; turn < 60; turn++) {
            Turns next = Turns.of(key);
            for (int i = 0; i <= turn % 9; i++) {
                next.events(Turns.event(++id));
            }
            party.commit(next);
        }
        List<Long> forward = new ArrayList<>();
        for (List<Long> page = ids(key, 0, 7, false); !page.isEmpty(); page = ids(key, last(page), 7, false)) {
            forward.addAll(page);
        }
        List<Long> back = new ArrayList<>();
        for (List<Long> page = ids(key, 0, 11, true); !page.isEmpty(); page = ids(key, last(page), 11, true)) {
            back.addAll(page);
        }
        assertThat(forward).hasSize((int) id).isSorted();
        Collections.reverse(back);
        assertThat(back).isEqualTo(forward);
    }

    private static long last(List<Long> page) {
        return page.get(page.size() - 1);
    }
}
