package dev.asl4j.runtime.store;

import static dev.asl4j.runtime.store.Turns.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a turn writes is what one reads. */
interface TurnCases extends StoreCases {
    @Test
    default void anExecutionIsReadAsItWasWritten() {
        Party party = join();
        long key = party.session().newKey();
        Head head = new Head(MACHINE, "full", ExecutionType.STANDARD, null, Json.parse("[1,2]"), START, null);
        Progress progress = new Progress(
                "abcd",
                Status.FAILED,
                Json.parse("{\"out\":true}"),
                "My.Error",
                "It broke.",
                START.plusSeconds(5),
                17,
                4,
                START.plusSeconds(90),
                2,
                START.plusSeconds(3),
                true,
                "No class.");
        party.commit(Turns.start(key, head).progress(progress).release(null));

        StoredExecution expected = new StoredExecution(key, head, progress);
        assertThat(store().get(key)).contains(expected);
        assertThat(store().find(MACHINE, "full")).contains(expected);
        assertThat(join().claim(key).orElseThrow().execution()).isEqualTo(expected);
    }

    @Test
    default void whatIsAbsentIsReadAsAbsent() {
        Party party = join();
        long key = started(party, "bare");
        assertThat(get(key)).isEqualTo(new StoredExecution(key, Turns.head(MACHINE, "bare"), Turns.running()));
        assertThat(store().messages(key)).isEmpty();
        assertThat(store().history(key, 0, 10, false)).isEmpty();
        assertThat(store().history(key, 0, 10, true)).isEmpty();
        assertThat(store().mapRuns(key)).isEmpty();
    }

    @Test
    default void ofWhatThereIsNotNothingIsRead() {
        assertThat(store().get(4711)).isEmpty();
        assertThat(store().find(MACHINE, "nobody")).isEmpty();
        assertThat(store().nested(4711, 3)).isEmpty();
        assertThat(store().frames(4711)).isEmpty();
        assertThat(store().messages(4711)).isEmpty();
        assertThat(store().history(4711, 0, 10, false)).isEmpty();
        assertThat(store().mapRun("arn:none")).isEmpty();
        assertThat(store().mapRuns(4711)).isEmpty();
        assertThat(store().children("arn:none", -1, 10)).isEmpty();
        assertThat(store().nextActivityTask("none")).isEmpty();
        assertThat(store().census("None")).isEmpty();
        assertThat(join().claim(4711)).isEmpty();
    }

    @Test
    default void aFrameIsReadAsItWasWritten() {
        Party party = join();
        long key = party.session().newKey();
        StoredFrame full = new StoredFrame(
                2,
                1,
                7,
                "Each[0]/Pay",
                "Pay",
                "TASK",
                StoredFrame.Phase.TASK,
                START.plusNanos(1_000),
                Json.parse("1"),
                Json.parse("\"v\""),
                Json.parse("{\"a\":1}"),
                Json.parse("{\"w\":[]}"),
                Json.parse("[3]"),
                Json.parse("{\"Index\":0}"),
                Json.parse("{\"token\":\"t\"}"),
                "payments");
        StoredFrame bare = Turns.frame(1, "Each", "MAP", StoredFrame.Phase.CHILDREN);
        party.commit(Turns.start(key, "frames").frames(bare, full));
        assertThat(store().frames(key)).containsExactly(bare, full);
    }

    @Test
    default void howFarItHasComeIsReadAlsoAfterTurnsThatChangeNothingElse() {
        Party party = join();
        long key = started(party, "steady");
        party.commit(Turns.of(key).steady(3, 2).frames(Turns.frame(1, "A"), Turns.frame(2, "B")));
        party.commit(Turns.of(key).steady(7, 2).frames(Turns.frame(1, "C")));
        party.commit(Turns.of(key).steady(9, 4).frames(Turns.frame(2, "D")).without(1));
        assertThat(get(key).progress()).isEqualTo(came(9, 4));
        party.commit(Turns.of(key).steady(10, 5).without(2));
        assertThat(get(key).progress()).isEqualTo(came(10, 5));
        assertThat(store().find(MACHINE, "steady").orElseThrow().progress()).isEqualTo(came(10, 5));
        party.commit(Turns.of(key).steady(12, 6).frames(Turns.frame(6, "E")));
        party.commit(Turns.of(key).progress(came(12, 6)).release(null));
        assertThat(join().claim(key).orElseThrow().execution().progress()).isEqualTo(came(12, 6));
    }

    private static Progress came(long lastEvent, int lastFrame) {
        return Turns.of(0).steady(lastEvent, lastFrame).build().progress();
    }

    @Test
    default void framesChangeComeAndGo() {
        Party party = join();
        long key = party.session().newKey();
        party.commit(Turns.start(key, "frames").frames(Turns.frame(1, "A"), Turns.frame(2, "B"), Turns.frame(3, "C")));
        StoredFrame changed = Turns.frame(2, "D", "TASK", StoredFrame.Phase.TASK);
        party.commit(Turns.of(key).without(3, 1, 99).frames(changed, Turns.frame(7, "E")));
        assertThat(store().frames(key)).containsExactly(changed, Turns.frame(7, "E"));
        party.commit(Turns.of(key).frames(Turns.frame(5, "F"), Turns.frame(4, "G")));
        assertThat(store().frames(key)).extracting(StoredFrame::id).containsExactly(2, 4, 5, 7);
        party.commit(Turns.of(key).without(2, 4, 5, 7));
        assertThat(store().frames(key)).isEmpty();
    }

    @Test
    default void thousandsOfFramesInOneTurn() {
        Party party = join();
        long key = party.session().newKey();
        StoredFrame[] frames = IntStream.rangeClosed(1, 3_000)
                .mapToObj(id -> Turns.frame(id, "S" + id))
                .toArray(StoredFrame[]::new);
        party.commit(Turns.start(key, "wide").frames(frames));
        assertThat(store().frames(key)).containsExactly(frames);
        Integer[] most = IntStream.rangeClosed(2, 2_999).boxed().toArray(Integer[]::new);
        party.commit(Turns.of(key).without(most));
        assertThat(store().frames(key)).extracting(StoredFrame::id).containsExactly(1, 3_000);
    }

    @Test
    default void aFailedExecutionKeepsItsFrames() {
        Party party = join();
        long key = started(party, "fails");
        party.commit(Turns.of(key).ended(Status.FAILED, START.plusSeconds(1)));
        assertThat(store().frames(key)).containsExactly(Turns.frame(1, "Wait"));
        assertThat(get(key).progress().status()).isEqualTo(Status.FAILED);
    }

    @Test
    default void aNameIsTakenOnceInAMachine() {
        Party party = join();
        long first = started(party, "one");
        long second = party.session().newKey();
        Turns again = Turns.start(second, "one").frames(Turns.frame(1, "X")).events(Turns.event(1));
        assertThat(party.tryCommit(again)).isEqualTo(Committed.NAME_TAKEN);
        assertThat(join().tryCommit(again)).isEqualTo(Committed.NAME_TAKEN);

        assertThat(store().get(second)).isEmpty();
        assertThat(store().frames(second)).isEmpty();
        assertThat(store().history(second, 0, 10, false)).isEmpty();
        assertThat(store().find(MACHINE, "one").orElseThrow().key()).isEqualTo(first);
        party.commit(Turns.start(party.session().newKey(), Turns.head("Other", "one")));
        party.commit(Turns.start(party.session().newKey(), "ONE"));
    }

    @Test
    default void aTakenNameUndoesAllOfTheTurn() {
        Party party = join();
        long other = started(party, "other");
        started(party, "one");
        Turns clash = Turns.start(party.session().newKey(), "one")
                .send(other, StoredMessage.Kind.STOP, StoredMessage.Body.NONE)
                .mapRuns(Turns.mapRun("arn:run", 1, 2, StoredMapRun.Status.RUNNING));
        assertThat(party.tryCommit(clash)).isEqualTo(Committed.NAME_TAKEN);
        assertThat(store().messages(other)).isEmpty();
        assertThat(store().mapRun("arn:run")).isEmpty();
    }

    @Test
    default void expressExecutionsMayShareAName() {
        Party party = join();
        long first = party.session().newKey();
        party.commit(Turns.start(first, Turns.express("Fast", "same", "s1")));
        long second = party.session().newKey();
        party.commit(Turns.start(second, Turns.express("Fast", "same", "s2")));
        assertThat(get(first).head().serial()).isEqualTo("s1");
        assertThat(store().find("Fast", "same").orElseThrow().key()).isEqualTo(second);
        long standard = party.session().newKey();
        party.commit(Turns.start(standard, Turns.head("Fast", "same")));
        party.commit(Turns.start(party.session().newKey(), Turns.express("Fast", "same", "s3")));
        assertThat(store().find("Fast", "same").orElseThrow().key()).isEqualTo(standard);
    }

    @Test
    default void aVisitStartsOneExecution() {
        Party party = join();
        long parent = started(party, "parent");
        long child = party.session().newKey();
        party.commit(Turns.start(child, Turns.child("c1", new Parent(parent, 5, null, 0, 0))));
        assertThat(party.tryCommit(
                        Turns.start(party.session().newKey(), Turns.child("c2", new Parent(parent, 5, null, 0, 0)))))
                .isEqualTo(Committed.NAME_TAKEN);
        long next = party.session().newKey();
        party.commit(Turns.start(next, Turns.child("c2", new Parent(parent, 9, null, 0, 0))));

        assertThat(store().nested(parent, 5).orElseThrow()).isEqualTo(get(child));
        assertThat(store().nested(parent, 9).orElseThrow().key()).isEqualTo(next);
        assertThat(store().nested(parent, 7)).isEmpty();
        assertThat(store().find("Child", "c1").orElseThrow().key()).isEqualTo(child);
        assertThat(get(child).head().parent()).isEqualTo(new Parent(parent, 5, null, 0, 0));
    }

    @Test
    default void keysAreNewAndPositive() {
        Party one = join();
        Party other = join();
        assertThat(other.session().number())
                .isGreaterThan(one.session().number())
                .isPositive();
        assertThat(one.newKeys(100))
                .doesNotHaveDuplicates()
                .allMatch(key -> key > 0)
                .doesNotContainAnyElementsOf(other.newKeys(100));
    }

    @Test
    default void turnsInARowAreAppliedInThatOrder() throws Exception {
        Party party = join();
        long key = started(party, "busy");
        AtomicReference<String> last = new AtomicReference<>("");
        for (int i = 1; i <= 200; i++) {
            int turn = i;
            party.session()
                    .commit(
                            Turns.of(key)
                                    .frames(Turns.frame(1, "S" + i))
                                    .events(Turns.event(i))
                                    .build(),
                            done -> last.set("turn " + turn + " " + done));
        }
        party.commit(Turns.of(key).frames(Turns.frame(2, "End")));
        assertThat(last).hasValue("turn 200 DONE");
        assertThat(store().frames(key)).containsExactly(Turns.frame(1, "S200"), Turns.frame(2, "End"));
        assertThat(store().history(key, 0, 1_000, false)).hasSize(200);
    }
}
