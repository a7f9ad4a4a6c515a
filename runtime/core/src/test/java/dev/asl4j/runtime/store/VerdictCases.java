package dev.asl4j.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.store.ExecutionStore.Receipt;
import dev.asl4j.runtime.store.StoreSession.Verdict;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredMessage.Body;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Messages whose senders want to know what becomes of them. */
interface VerdictCases extends StoreCases {
    Body TOKEN = new Body("token", null, null, null);
    Duration SOON = Duration.ofSeconds(Party.PATIENCE_SECONDS);

    /** Posts a message that is accepted. */
    private static CompletableFuture<Verdict> posted(Party sender, long key, Kind kind, Body body) {
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        assertThat(sender.session().post(key, kind, body, verdict::complete)).isEqualTo(Receipt.ACCEPTED);
        return verdict;
    }

    private Receipt receipt(Party sender, long key, Kind kind) {
        return sender.session().post(key, kind, TOKEN, verdict -> {
            throw new AssertionError("it was not accepted");
        });
    }

    @Test
    default void whatATurnTakesIsTaken() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        CompletableFuture<Verdict> verdict = posted(join(), key, Kind.TASK_SUCCESS, TOKEN);
        long message = holder.awaitReceived().message().id();
        assertThat(verdict).isNotDone();
        holder.commit(Turns.of(key).frames(Turns.frame(2, "X")));
        assertThat(verdict).isNotDone();
        holder.commit(Turns.of(key).taken(message).ended(Status.SUCCEEDED, START));
        assertThat(verdict).succeedsWithin(SOON).isEqualTo(Verdict.TAKEN);
    }

    @Test
    default void whatATurnRefusesIsRefusedAndGone() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        Party sender = join();
        CompletableFuture<Verdict> first = posted(sender, key, Kind.TASK_SUCCESS, TOKEN);
        CompletableFuture<Verdict> other = posted(sender, key, Kind.TASK_HEARTBEAT, TOKEN);
        long answer = holder.awaitReceived().message().id();
        long sign = holder.awaitReceived().message().id();
        holder.commit(Turns.of(key).refused(answer).taken(sign));
        assertThat(first).succeedsWithin(SOON).isEqualTo(Verdict.REFUSED);
        assertThat(other).succeedsWithin(SOON).isEqualTo(Verdict.TAKEN);
        assertThat(store().messages(key)).isEmpty();
        CompletableFuture<Verdict> again = posted(sender, key, Kind.TASK_SUCCESS, TOKEN);
        holder.commit(
                Turns.of(key).refused(holder.awaitReceived().message().id()).release(null));
        assertThat(again).succeedsWithin(SOON).isEqualTo(Verdict.REFUSED);
        assertThat(holder.session().nextDue()).isEmpty();
    }

    @Test
    default void whatAnEndLeavesIsRefused() {
        Party holder = join();
        long key = started(holder, "held");
        CompletableFuture<Verdict> verdict = posted(join(), key, Kind.TASK_FAILURE, TOKEN);
        holder.commit(Turns.of(key).ended(Status.FAILED, START));
        assertThat(verdict).succeedsWithin(SOON).isEqualTo(Verdict.REFUSED);
        assertThat(store().messages(key)).isEmpty();
        assertThat(store().purge(START.plusSeconds(1), 10)).isOne();
    }

    @Test
    default void whatIsNotAcceptedIsNotJudged() {
        Party party = join();
        long key = started(party, "held");
        assertThat(receipt(party, 77, Kind.TASK_SUCCESS)).isEqualTo(Receipt.UNKNOWN);
        assertThat(receipt(party, key, Kind.REDRIVE)).isEqualTo(Receipt.RUNNING);
        CompletableFuture<Verdict> verdict = posted(party, key, Kind.TASK_SUCCESS, TOKEN);
        assertThat(receipt(party, key, Kind.TASK_FAILURE)).isEqualTo(Receipt.ANSWERED);
        assertThat(verdict).isNotDone();
        assertThat(receipt(party, ended(party, "ended", START), Kind.TASK_SUCCESS))
                .isEqualTo(Receipt.ENDED);
    }

    @Test
    default void whoeverSaysItAgainHearsTheSameOfASignAndNothingOfARedrive() throws Exception {
        Party holder = join();
        long key = started(holder, "held");
        CompletableFuture<Verdict> one = posted(join(), key, Kind.TASK_HEARTBEAT, TOKEN);
        CompletableFuture<Verdict> two = posted(join(), key, Kind.TASK_HEARTBEAT, TOKEN);
        holder.commit(Turns.of(key).taken(holder.awaitReceived().message().id()));
        assertThat(one).succeedsWithin(SOON).isEqualTo(Verdict.TAKEN);
        assertThat(two).succeedsWithin(SOON).isEqualTo(Verdict.TAKEN);

        long failed = holder.session().newKey();
        holder.commit(Turns.start(failed, "failed").ended(Status.FAILED, START));
        CompletableFuture<Verdict> redriven = posted(join(), failed, Kind.REDRIVE, TOKEN);
        assertThat(receipt(join(), failed, Kind.REDRIVE)).isEqualTo(Receipt.RUNNING);
        assertThat(redriven).isNotDone();
    }

    @Test
    default void whoLeavesIsTold() {
        Party holder = join();
        long key = started(holder, "held");
        Party sender = join();
        CompletableFuture<Verdict> verdict = posted(sender, key, Kind.TASK_SUCCESS, TOKEN);
        sender.close();
        assertThat(verdict).succeedsWithin(SOON).isEqualTo(Verdict.UNKNOWN);
        assertThat(store().messages(key)).hasSize(1);
    }
}
