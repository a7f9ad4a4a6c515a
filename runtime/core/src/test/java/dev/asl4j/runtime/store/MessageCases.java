package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mailbox. */
interface MessageCases extends StoreCases {
    Instant NOW = START.plusSeconds(100);

    private static Body token(String token) {
        return new Body(token, Json.parse("{\"answer\":42}"), null, null);
    }

    @Test
    default void theHolderIsToldAndTheMailStaysUntilTaken() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        Body body = new Body("subject", Json.parse("[null]"), "E", "C");
        assertThat(store().send(key, Kind.STOP, body)).isEqualTo(Receipt.ACCEPTED);

        Party.Received received = holder.awaitReceived();
        assertThat(received.key()).isEqualTo(key);
        assertThat(received.message().kind()).isEqualTo(Kind.STOP);
        assertThat(received.message().body()).isEqualTo(body);
        assertThat(store().messages(key)).containsExactly(received.message());
        holder.commit(Turns.of(key).frames(Turns.frame(2, "X")));
        assertThat(store().messages(key)).hasSize(1);
        holder.commit(Turns.of(key).taken(received.message().id(), 99_999L));
        assertThat(store().messages(key)).isEmpty();
    }

    @Test
    default void messagesKeepTheirOrder() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        for (int i = 0; i < 50; i++) {
            store().send(key, Kind.TASK_HEARTBEAT, token("t" + i));
        }
        List<StoredMessage> mail = store().messages(key);
        assertThat(mail)
                .extracting(it -> it.body().token())
                .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(50)
                        .map(i -> "t" + i)
                        .toList());
        assertThat(mail).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        holder.commit(Turns.of(key)
                .taken(mail.stream().limit(49).map(StoredMessage::id).toArray(Long[]::new)));
        assertThat(store().messages(key)).containsExactly(mail.get(49));
    }

    @Test
    default void mailMakesAnExecutionDueThatNobodyHolds() throws Exception {
        Party party = join();
        long key = started(party, "asleep");
        party.commit(Turns.of(key).release(NOW.plusSeconds(1_000_000)));
        party.forgetDue();
        assertThat(store().send(key, Kind.STOP, Body.NONE)).isEqualTo(Receipt.ACCEPTED);
        party.awaitDue();
        assertThat(party.session().nextDue().orElseThrow()).isBefore(START);
        Claimed claimed = party.awaitClaim(NOW);
        assertThat(claimed.execution().key()).isEqualTo(key);
        assertThat(claimed.messages())
                .containsExactlyElementsOf(store().messages(key))
                .hasSize(1);
        assertThat(party.session().nextDue()).isEmpty();
    }

    @Test
    default void mailMakesAnExecutionDueThatWaitsForNothingElse() throws Exception {
        Party party = join();
        long key = waiting(party, "patient");
        store().send(key, Kind.TASK_SUCCESS, token("t"));
        assertThat(party.awaitClaim(NOW).messages())
                .extracting(StoredMessage::kind)
                .containsExactly(Kind.TASK_SUCCESS);
    }

    @Test
    default void mailThatCameBeforeTheReleaseMakesItDueAtOnce() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        store().send(key, Kind.STOP, Body.NONE);
        holder.awaitReceived();
        holder.forgetDue();
        holder.commit(Turns.of(key).release(NOW.plusSeconds(1_000_000)));
        holder.awaitDue();
        assertThat(holder.awaitClaim(NOW).messages()).hasSize(1);
    }

    @Test
    default void mailThatATurnTookDoesNotMakeItDue() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        store().send(key, Kind.STOP, Body.NONE);
        long message = holder.awaitReceived().message().id();
        holder.commit(Turns.of(key).taken(message).release(NOW.plusSeconds(50)));
        assertThat(holder.session().nextDue()).contains(NOW.plusSeconds(50));
        assertThat(holder.claimDue(NOW, 10)).isEmpty();
    }

    @Test
    default void mailIsThereForWhoComesAfterOneThatLeft() throws Exception {
        Party leaving = join();
        long key = started(leaving, "held");
        store().send(key, Kind.STOP, Body.NONE);
        leaving.close();
        assertThat(join().awaitClaim(NOW).messages()).hasSize(1);
        assertThat(store().messages(key)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    default void whatHasEndedTakesOnlyMailForTheEnded(Kind kind) {
        Party party = join();
        long key = ended(party, "done", NOW);
        assertThat(store().send(key, kind, token("t"))).isEqualTo(kind.isForEnded() ? Receipt.ACCEPTED : Receipt.ENDED);
        assertThat(store().messages(key)).hasSize(kind.isForEnded() ? 1 : 0);
        assertThat(store().send(4711, kind, token("t"))).isEqualTo(Receipt.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    default void whatRunsTakesNoMailForTheEnded(Kind kind) {
        Party party = join();
        long key = waiting(party, "runs");
        assertThat(store().send(key, kind, token("t")))
                .isEqualTo(kind.isForEnded() ? Receipt.RUNNING : Receipt.ACCEPTED);
        assertThat(store().messages(key)).hasSize(kind.isForEnded() ? 0 : 1);
    }

    @Test
    default void aRedriveMakesAnEndedOneDue() throws Exception {
        Party party = join();
        long key = ended(party, "done", NOW);
        party.forgetDue();
        assertThat(store().send(key, Kind.REDRIVE, Body.NONE)).isEqualTo(Receipt.ACCEPTED);
        party.awaitDue();
        Claimed claimed = party.awaitClaim(NOW);
        assertThat(claimed.execution().progress().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(claimed.messages()).extracting(StoredMessage::kind).containsExactly(Kind.REDRIVE);
        party.commit(Turns.of(key).taken(claimed.messages().get(0).id()).release(null));
        assertThat(get(key).progress().status()).isEqualTo(Status.RUNNING);
        assertThat(party.claimDue(NOW, 10)).isEmpty();
    }

    @Test
    default void aRefusedRedriveLeavesItEnded() throws Exception {
        Party party = join();
        long key = ended(party, "done", NOW);
        store().send(key, Kind.REDRIVE, Body.NONE);
        Claimed claimed = party.awaitClaim(NOW);
        party.commit(Turns.of(key).taken(claimed.messages().get(0).id()).ended(Status.SUCCEEDED, NOW));
        assertThat(party.claimDue(NOW, 10)).isEmpty();
        assertThat(store().messages(key)).isEmpty();
    }

    @Test
    default void theEndDropsMailForTheLiving() throws Exception {
        Party party = join();
        long key = started(party, "ends");
        store().send(key, Kind.STOP, Body.NONE);
        store().send(key, Kind.TASK_HEARTBEAT, token("t"));
        party.awaitReceived();
        party.commit(Turns.of(key).ended(Status.FAILED, NOW));
        assertThat(store().messages(key)).isEmpty();
        assertThat(party.session().nextDue()).isEmpty();
    }

    @Test
    default void aTokenIsAnsweredOnce() throws Exception {
        Party party = join();
        long key = started(party, "asks");
        assertThat(store().send(key, Kind.TASK_HEARTBEAT, token("t"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(store().send(key, Kind.TASK_FAILURE, token("t"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(store().send(key, Kind.TASK_SUCCESS, token("t"))).isEqualTo(Receipt.ANSWERED);
        assertThat(store().send(key, Kind.TASK_FAILURE, token("t"))).isEqualTo(Receipt.ANSWERED);
        assertThat(store().send(key, Kind.TASK_HEARTBEAT, token("t"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(store().send(key, Kind.TASK_SUCCESS, token("T"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(store().messages(key))
                .extracting(StoredMessage::kind)
                .containsExactly(Kind.TASK_HEARTBEAT, Kind.TASK_FAILURE, Kind.TASK_SUCCESS);
        long other = started(party, "asks too");
        assertThat(store().send(other, Kind.TASK_SUCCESS, token("t"))).isEqualTo(Receipt.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"STOP", "TASK_HEARTBEAT", "REDRIVE"})
    default void whatIsSaidAgainIsKeptOnceUntilItIsTaken(Kind kind) throws Exception {
        Party party = join();
        long key = kind.isForEnded() ? ended(party, "told", NOW) : waiting(party, "told");
        for (int i = 0; i < 50; i++) {
            assertThat(store().send(key, kind, token("t"))).isEqualTo(Receipt.ACCEPTED);
        }
        assertThat(store().send(key, kind, token("other"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(store().messages(key)).hasSize(2);
        Claimed claimed = party.awaitClaim(NOW);
        assertThat(claimed.messages()).hasSize(2);
        Long[] ids = claimed.messages().stream().map(StoredMessage::id).toArray(Long[]::new);
        Turns turn = Turns.of(key).taken(ids);
        party.commit(kind.isForEnded() ? turn.ended(Status.FAILED, NOW) : turn.release(null));
        assertThat(store().messages(key)).isEmpty();
        assertThat(store().send(key, kind, token("t"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(store().messages(key)).hasSize(1);
    }

    @Test
    default void aStopFromATurnIsKeptOnceAsWell() {
        Party party = join();
        long child = waiting(party, "child");
        long parent = started(party, "parent");
        store().send(child, Kind.STOP, Body.NONE);
        party.commit(Turns.of(parent)
                .ended(Status.FAILED, NOW)
                .send(child, Kind.STOP, Body.NONE)
                .send(child, Kind.STOP, Body.NONE));
        assertThat(store().messages(child)).hasSize(1);
    }

    @Test
    default void aParkedOneIsNotDueForMailUntilItIsToStop() throws Exception {
        Party party = join();
        long key = started(party, "parked");
        store().send(key, Kind.TASK_HEARTBEAT, token("t"));
        party.awaitReceived();
        Instant wake = NOW.plusSeconds(1_000_000);
        party.commit(Turns.of(key)
                .progress(Turns.progress(Status.RUNNING, null, "No class."))
                .release(wake));
        assertThat(store().send(key, Kind.TASK_SUCCESS, token("t"))).isEqualTo(Receipt.ACCEPTED);
        assertThat(party.claimDue(NOW, 10)).isEmpty();
        assertThat(party.session().nextDue()).contains(wake);
        assertThat(store().messages(key)).hasSize(2);

        assertThat(store().send(key, Kind.STOP, Body.NONE)).isEqualTo(Receipt.ACCEPTED);
        assertThat(party.awaitClaim(NOW).messages()).hasSize(3);
    }

    @Test
    default void aParkedOneIsClaimedByWhoWantsIt() {
        Party party = join();
        long key = started(party, "parked");
        party.commit(Turns.of(key)
                .progress(Turns.progress(Status.RUNNING, null, "No class."))
                .release(null));
        store().send(key, Kind.TASK_SUCCESS, token("t"));
        assertThat(party.claim(key).orElseThrow().messages()).hasSize(1);
        party.commit(Turns.of(key).release(null));
        assertThat(party.claimDue(NOW, 10)).containsExactly(key);
    }

    @Test
    default void theEndOfAChildIsSentInItsLastTurn() throws Exception {
        Party party = join();
        Party other = join();
        long parent = started(party, "parent");
        long child = started(other, "child");
        Body body = new Body(null, Json.parse("" + child), null, null);
        other.commit(Turns.of(child).ended(Status.SUCCEEDED, NOW).send(parent, Kind.CHILD_ENDED, body));
        Party.Received received = party.awaitReceived();
        assertThat(received.message().kind()).isEqualTo(Kind.CHILD_ENDED);
        assertThat(received.message().body()).isEqualTo(body);
        assertThat(store().messages(parent)).containsExactly(received.message());
    }

    @Test
    default void whatIsSentMakesDueWhatNobodyHolds() throws Exception {
        Party party = join();
        long parent = waiting(party, "parent");
        long child = started(party, "child");
        party.forgetDue();
        party.commit(Turns.of(child).ended(Status.SUCCEEDED, NOW).send(parent, Kind.CHILD_ENDED, Body.NONE));
        party.awaitDue();
        assertThat(party.awaitClaim(NOW).execution().key()).isEqualTo(parent);
    }

    @Test
    default void whatIsSentToOneThatDoesNotRunIsDropped() {
        Party party = join();
        long parent = ended(party, "parent", NOW);
        long child = started(party, "child");
        party.commit(Turns.of(child)
                .ended(Status.SUCCEEDED, NOW)
                .send(parent, Kind.CHILD_ENDED, Body.NONE)
                .send(4711, Kind.CHILD_ENDED, Body.NONE));
        assertThat(store().messages(parent)).isEmpty();
        assertThat(store().messages(4711)).isEmpty();
        assertThat(party.claimDue(NOW, 10)).isEmpty();
        assertThat(get(child).progress().status()).isEqualTo(Status.SUCCEEDED);
    }
}
