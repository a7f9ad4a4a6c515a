package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Map Runs and their children; activity tasks; the census. */
interface MapRunCases extends StoreCases {
    String ARN = "arn:aws:states:us-east-1:123456789012:mapRun:Orders/Each:1";

    @Test
    default void aMapRunIsReadAsItWasWrittenLast() {
        Party party = join();
        long key = started(party, "maps");
        StoredMapRun first = Turns.mapRun(ARN, key, 9, StoredMapRun.Status.RUNNING);
        StoredMapRun second = Turns.mapRun("arn:other", key, 4, StoredMapRun.Status.FAILED);
        party.commit(Turns.of(key).mapRuns(first));
        party.commit(Turns.of(key).mapRuns(second));
        assertThat(store().mapRun(ARN)).contains(first);
        assertThat(store().mapRuns(key)).containsExactly(second, first);

        StoredMapRun ended = new StoredMapRun(
                ARN,
                key,
                2,
                9,
                StoredMapRun.Status.SUCCEEDED,
                first.start(),
                START.plusSeconds(60),
                Json.parse("{\"n\":[1]}"));
        party.commit(Turns.of(key).mapRuns(ended));
        assertThat(store().mapRun(ARN)).contains(ended);
        assertThat(store().mapRuns(key)).containsExactly(second, ended);
        party.commit(Turns.of(key).ended(Status.SUCCEEDED, START.plusSeconds(61)));
        assertThat(store().mapRun(ARN)).contains(ended);
    }

    @Test
    default void childrenArePagedByPosition() {
        Party party = join();
        long parent = started(party, "maps");
        party.commit(Turns.of(parent).mapRuns(Turns.mapRun(ARN, parent, 9, StoredMapRun.Status.RUNNING)));
        for (int position : List.of(3, 0, 4, 1, 7)) {
            child(party, parent, ARN, position);
        }
        child(party, parent, "arn:other", 2);
        assertThat(positions(-1, 100)).containsExactly(0, 1, 3, 4, 7);
        assertThat(positions(-1, 2)).containsExactly(0, 1);
        assertThat(positions(1, 2)).containsExactly(3, 4);
        assertThat(positions(2, 1)).containsExactly(3);
        assertThat(positions(4, 2)).containsExactly(7);
        assertThat(positions(7, 2)).isEmpty();
        StoredExecution child = store().children(ARN, 0, 1).get(0);
        assertThat(child).isEqualTo(get(child.key()));
        assertThat(child.head().parent()).isEqualTo(new Parent(parent, 9, ARN, 1, 10));
    }

    @Test
    default void aChildIsFoundByTheNameOfItsProcessorAndItsOwn() {
        Party party = join();
        long parent = started(party, "maps");
        long key = party.session().newKey();
        party.commit(Turns.start(
                key,
                new Head(
                        "Orders/Each",
                        "one",
                        ExecutionType.STANDARD,
                        null,
                        Json.EMPTY,
                        START,
                        new Parent(parent, 9, ARN, 0, 1))));
        assertThat(store().find("Orders/Each", "one")).contains(get(key));
        assertThat(store().find("Orders/Each", "other")).isEmpty();
        assertThat(store().find("Orders/Other", "one")).isEmpty();
        assertThat(store().find("Orders", "one")).isEmpty();
    }

    @Test
    default void executionsThatRunAreCountedWithoutChildren() {
        Party party = join();
        assertThat(store().openExecutions()).isZero();
        long parent = started(party, "first");
        long other = started(party, "second");
        child(party, parent, ARN, 0);
        assertThat(store().openExecutions()).isEqualTo(2);
        party.commit(Turns.of(other).ended(Status.FAILED, START));
        assertThat(store().openExecutions()).isEqualTo(1);
        party.commit(Turns.of(parent).ended(Status.SUCCEEDED, START));
        assertThat(store().openExecutions()).isZero();
    }

    private long child(Party party, long parent, String arn, int position) {
        long key = party.session().newKey();
        party.commit(Turns.start(key, Turns.child("same", new Parent(parent, 9, arn, position, 10))));
        return key;
    }

    private List<Integer> positions(int after, int limit) {
        return store().children(ARN, after, limit).stream()
                .map(it -> it.head().parent().position())
                .toList();
    }

    @Test
    default void aPositionIsTakenOnce() {
        Party party = join();
        long parent = started(party, "maps");
        long child = child(party, parent, ARN, 5);
        Turns again = Turns.start(party.session().newKey(), Turns.child("other", new Parent(parent, 9, ARN, 5, 1)));
        assertThat(party.tryCommit(again)).isEqualTo(Committed.NAME_TAKEN);
        assertThat(store().children(ARN, -1, 10))
                .extracting(StoredExecution::key)
                .containsExactly(child);
    }

    @Test
    default void anExpressChildThatDidNotSucceedLeavesItsPosition() {
        Party party = join();
        long parent = started(party, "maps");
        Parent place = new Parent(parent, 9, ARN, 5, 1);
        long first = party.session().newKey();
        party.commit(Turns.start(first, express("first", place)).events(Turns.event(1)));
        Turns second = Turns.start(party.session().newKey(), express("second", place));
        assertThat(party.tryCommit(second)).isEqualTo(Committed.NAME_TAKEN);
        party.commit(Turns.of(first).ended(Status.TIMED_OUT, START));
        long third = party.session().newKey();
        party.commit(Turns.start(third, express("third", place)));
        assertThat(store().children(ARN, -1, 10))
                .extracting(StoredExecution::key)
                .containsExactly(third);
        assertThat(store().get(first)).isEmpty();
        assertThat(store().history(first, 0, 10, false)).isEmpty();

        party.commit(Turns.of(third).ended(Status.SUCCEEDED, START));
        Turns fourth = Turns.start(party.session().newKey(), express("fourth", place));
        assertThat(party.tryCommit(fourth)).isEqualTo(Committed.NAME_TAKEN);
    }

    private static Head express(String name, Parent parent) {
        return new Head("Child", name, ExecutionType.EXPRESS, "serial-" + name, Json.EMPTY, START, parent);
    }

    @Test
    default void aChildIsHeldReleasedAndDueLikeAnyOther() {
        Party party = join();
        long parent = started(party, "maps");
        long child = child(party, parent, ARN, 5);
        party.commit(Turns.of(child).release(START.plusSeconds(5)));
        assertThat(party.claimDue(START.plusSeconds(5), 10)).containsExactly(child);
        assertThat(store().send(child, StoredMessage.Kind.STOP, StoredMessage.Body.NONE))
                .isEqualTo(ExecutionStore.Receipt.ACCEPTED);
    }

    @Test
    default void theActivityTaskThatWaitsLongestComesFirst() {
        Party party = join();
        long late = started(party, "late");
        party.commit(Turns.of(late).frames(Turns.activityTask(2, "pack", START.plusSeconds(20))));
        long early = started(party, "early");
        party.commit(Turns.of(early)
                .frames(
                        Turns.activityTask(2, "pack", START.plusSeconds(15)),
                        Turns.activityTask(3, "pack", START.plusSeconds(10)),
                        Turns.activityTask(4, "ship", START))
                .release(null));
        assertNext("pack", early, 3);
        assertNext("ship", early, 4);
        assertThat(store().nextActivityTask("Pack")).isEmpty();

        party.claim(early);
        party.commit(Turns.of(early).frames(Turns.frame(3, "Work")));
        assertNext("pack", early, 2);
        party.commit(Turns.of(early).without(2));
        assertNext("pack", late, 2);
        party.commit(Turns.of(late).progress(Turns.progress(Status.RUNNING, null, "No class")));
        assertThat(store().nextActivityTask("pack")).isEmpty();
        party.commit(Turns.of(late));
        assertNext("pack", late, 2);
        party.commit(Turns.of(late).ended(Status.FAILED, START));
        assertThat(store().nextActivityTask("pack")).isEmpty();
        assertThat(store().frames(late)).hasSize(2);
    }

    private void assertNext(String activity, long key, int frame) {
        assertThat(store().nextActivityTask(activity)).contains(new StoredFrame.Address(key, frame));
    }

    @Test
    default void theCensusCountsEachRunningExecutionOnce() {
        Party party = join();
        StoredFrame outer = Turns.frame(1, "Both", "PARALLEL", StoredFrame.Phase.CHILDREN);
        StoredFrame left = Turns.frame(2, "Both[0]/Pay", "TASK", StoredFrame.Phase.TASK);
        StoredFrame right = Turns.frame(3, "Both[1]/Wait", "WAIT", StoredFrame.Phase.WAIT);
        StoredFrame done = Turns.frame(4, "Both[2]/Done", "PASS", StoredFrame.Phase.DONE);
        StoredFrame again = Turns.frame(5, "Both[0]/Pay", "TASK", StoredFrame.Phase.RETRY);
        for (int i = 0; i < 3; i++) {
            Turns turn = Turns.start(party.session().newKey(), "p" + i).frames(right, outer, left, done, again);
            party.commit(i == 0 ? turn : turn.release(null));
        }
        party.commit(Turns.start(party.session().newKey(), "w").frames(Turns.frame(1, "Wait")));
        party.commit(Turns.start(party.session().newKey(), "pinned")
                .progress(Turns.definition("9999", true))
                .frames(Turns.frame(1, "Wait")));
        long failed = started(party, "failed");
        party.commit(Turns.of(failed).ended(Status.FAILED, START));
        party.commit(
                Turns.start(party.session().newKey(), Turns.head("Other", "o")).frames(Turns.frame(1, "Wait")));

        ExecutionStore.Place wait = new ExecutionStore.Place("Wait", "WAIT");
        assertThat(store().census(Turns.MACHINE))
                .containsExactlyInAnyOrder(
                        new ExecutionStore.Census(
                                Turns.FINGERPRINT,
                                false,
                                List.of(
                                        new ExecutionStore.Place("Both", "PARALLEL"),
                                        new ExecutionStore.Place("Both[0]/Pay", "TASK"),
                                        new ExecutionStore.Place("Both[1]/Wait", "WAIT")),
                                3),
                        new ExecutionStore.Census(Turns.FINGERPRINT, false, List.of(wait), 1),
                        new ExecutionStore.Census("9999", true, List.of(wait), 1));
    }
}
