package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import dev.asl4j.runtime.store.Turn;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine on one thread, for an execution and the children of its Map Runs, on a store: what happens next is drawn by lot, from a seed. On
 * demand it dies every now and then, between any two steps, with all that it has in memory, and another one goes on.
 */
public final class ManualEngine implements StoreClient {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MOST_STEPS = 200_000;

    private final ExecutionStore store = ExecutionStore.inMemory(100_000);
    private final StateMachine machine;
    private final Settings settings;
    private final ManualTime time = new ManualTime(START);
    private final Random random;
    private final double mortality;
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final List<Runnable> works = new ArrayList<>();
    private StoreSession session;
    private boolean due;
    private int deaths;
    private int steps;

    /** @param mortality how likely it is to die after a step */
    public ManualEngine(StateMachine machine, Settings settings, long seed, double mortality) {
        this.machine = machine;
        this.settings = settings;
        this.mortality = mortality;
        random = new Random(seed);
        session = store.join(this);
    }

    /** Starts the execution; gives its key. */
    public long start(JsonNode input) {
        long key = session.newKey();
        Identity identity = new Identity(machine.name(), "one", input, ExecutionType.STANDARD, settings, time);
        Member member = new Member(key, identity, machine, null);
        member.turn(new Mail(new Message.Start(), 0));
        return key;
    }

    /** Goes on until the execution has ended and nothing is left to do. */
    public StoredExecution finish(long key) {
        while (step()) {
            assertThat(++steps).isLessThan(MOST_STEPS);
            if (mortality > 0 && random.nextDouble() < mortality) {
                die();
            }
        }
        StoredExecution ended = store.get(key).orElseThrow();
        assertThat(ended.progress().status()).as("%s", members).isNotEqualTo(Status.RUNNING);
        return ended;
    }

    /** Tells an execution something, by the store. */
    public void send(long key, Kind kind, StoredMessage.Body body) {
        assertThat(store.send(key, kind, body)).isEqualTo(ExecutionStore.Receipt.ACCEPTED);
    }

    /** Takes so many steps. */
    public void steps(int count) {
        for (int i = 0; i < count && step(); i++) {
            assertThat(++steps).isLessThan(MOST_STEPS);
        }
    }

    public ExecutionStore store() {
        return store;
    }

    public int deaths() {
        return deaths;
    }

    /** Everything in memory is gone. */
    public void die() {
        deaths++;
        members.values().forEach(member -> member.driver.abandon());
        members.clear();
        works.clear();
        time.forget();
        session.close();
        session = store.join(this);
        due = true;
    }

    private boolean step() {
        if (due) {
            due = false;
            for (Claimed claimed : session.claimDue(time.now(), 1_000)) {
                take(claimed);
            }
        }
        List<Member> ready =
                members.values().stream().filter(it -> !it.mailbox.isEmpty()).toList();
        int choices = ready.size() + works.size();
        if (choices > 0) {
            int choice = random.nextInt(choices);
            if (choice < ready.size()) {
                ready.get(choice).turn(ready.get(choice).mailbox.remove());
            } else {
                works.remove(choice - ready.size()).run();
            }
            return true;
        }
        return due || time.runDue() || time.advance();
    }

    private void take(Claimed claimed) {
        StoredExecution execution = claimed.execution();
        Identity identity = new Identity(execution.head(), settings, time);
        StateMachine of = machine(execution);
        Member member;
        try {
            member = new Member(execution.key(), identity, of, execution, claimed);
        } catch (UnresolvableStateException impossible) {
            throw new AssertionError(impossible);
        }
        boolean running = execution.progress().status() == Status.RUNNING;
        if (running) {
            member.turn(new Mail(new Message.Resume(), 0));
            boolean mapRuns = claimed.frames().stream().anyMatch(frame -> frame.phase() == StoredFrame.Phase.MAP_RUN);
            if (mapRuns
                    && members.get(execution.key()) == member) { // children may be missing, and nobody else starts them
                assertThat(member.driver.canLeaveMemory()).isFalse();
            }
        }
        claimed.messages().forEach(message -> member.mailbox.add(mail(message)));
    }

    private StateMachine machine(StoredExecution execution) {
        Parent parent = execution.head().parent();
        if (parent == null) {
            return machine;
        }
        StoredMapRun run = store.mapRun(Objects.requireNonNull(parent.mapRun())).orElseThrow();
        StateMachine outer = machine(store.get(parent.key()).orElseThrow());
        return StateMachine.of(
                execution.head().machine(),
                outer.fingerprint(),
                0,
                Objects.requireNonNull(Processors.find(
                        outer.main(), run.detail().path(MapRun.PLACE).asText())));
    }

    private static Mail mail(StoredMessage stored) {
        StoredMessage.Body body = stored.body();
        return new Mail(
                switch (stored.kind()) {
                    case STOP -> new Message.Stop(body.error(), body.cause());
                    case REDRIVE -> new Message.Redrive(null, new Reply());
                    case CHILD_ENDED ->
                        new Message.ChildEnded(
                                Objects.requireNonNull(body.subject()),
                                Objects.requireNonNull(body.data())
                                        .path(StoredMessage.POSITION)
                                        .asInt(),
                                body.data().path(StoredMessage.KEY).asLong(),
                                null);
                    case MAP_RUN_UPDATE ->
                        new Message.MapRunUpdate(
                                Objects.requireNonNull(body.subject()),
                                Objects.requireNonNull(body.data()),
                                new Reply());
                    case TASK_SUCCESS, TASK_FAILURE, TASK_HEARTBEAT, WORKER_TAKES ->
                        throw new AssertionError("no tokens here");
                },
                stored.id());
    }

    // ---- what the store tells

    @Override
    public void received(long key, StoredMessage message) {
        Member member = members.get(key);
        if (member != null) {
            member.mailbox.add(mail(message));
        }
    }

    @Override
    public void due() {
        due = true;
    }

    @Override
    public void ended(long key) {}

    @Override
    public void lost() {}

    private record Mail(Message message, long stored) {}

    /** An execution in memory. */
    private final class Member implements Host {
        private final long key;
        private final Identity identity;
        private final @Nullable Parent parent;
        private final ArrayDeque<Mail> mailbox = new ArrayDeque<>();
        private final Driver driver;
        private @Nullable Head head;
        private Consumer<Committed> stored = done -> {};

        Member(long key, Identity identity, StateMachine machine, @Nullable Parent parent) {
            this.key = key;
            this.identity = identity;
            this.parent = parent;
            head = identity.head(parent);
            driver = new Driver(machine, identity, time, settings, this, key);
            members.put(key, this);
        }

        Member(long key, Identity identity, StateMachine machine, StoredExecution execution, Claimed claimed)
                throws UnresolvableStateException {
            this.key = key;
            this.identity = identity;
            parent = execution.head().parent();
            driver = Driver.restore(machine, identity, time, settings, this, execution, claimed.frames());
            members.put(key, this);
        }

        void turn(Mail mail) {
            driver.take(mail.message);
            boolean more = driver.run();
            if (more) {
                post(new Message.Continue());
            }
            Checkpoint checkpoint = driver.checkpoint();
            Outcome outcome = driver.outcome();
            List<Turn.Sent> sent = new ArrayList<>(checkpoint.sent());
            if (outcome != null && parent != null) {
                ObjectBuilder data = Json.object()
                        .set(StoredMessage.KEY, LongNode.valueOf(key))
                        .set(StoredMessage.POSITION, IntNode.valueOf(parent.position()));
                sent.add(new Turn.Sent(
                        parent.key(),
                        Kind.CHILD_ENDED,
                        new StoredMessage.Body(parent.mapRun(), data.build(), null, null)));
            }
            Turn turn = new Turn(
                    key,
                    head,
                    progress(outcome),
                    outcome == null,
                    null,
                    checkpoint.changed(),
                    checkpoint.removed(),
                    checkpoint.events(),
                    mail.stored == 0 ? List.of() : List.of(mail.stored),
                    checkpoint.mapRuns(),
                    sent);
            head = null;
            if (outcome != null) {
                members.remove(key);
            }
            session.commit(turn, done -> {
                stored.accept(done);
                stored = any -> {};
                if (done == Committed.DONE) {
                    driver.commit();
                } else {
                    assertThat(done).isEqualTo(Committed.NAME_TAKEN);
                    driver.abandon();
                    members.remove(key);
                }
            });
        }

        private Progress progress(@Nullable Outcome outcome) {
            Failure failure = outcome == null ? null : outcome.failure();
            return new Progress(
                    driver.machine().fingerprint(),
                    outcome == null
                            ? Status.RUNNING
                            : Status.valueOf(outcome.ending().name()),
                    outcome == null ? null : outcome.output(),
                    failure == null ? null : failure.error(),
                    failure == null ? null : failure.cause(),
                    outcome == null ? null : outcome.time(),
                    driver.history().last(),
                    driver.tree().last(),
                    driver.deadline(),
                    driver.redrives().count(),
                    driver.redrives().last(),
                    false,
                    null);
        }

        @Override
        public void post(Message message) {
            mailbox.add(new Mail(message, 0));
        }

        @Override
        public void launch(TaskAttempt attempt) {
            works.add(() -> attempt.perform(this::post, this::post));
        }

        @Override
        public TaskCallback<JsonNode> callback(Token token) {
            return token;
        }

        @Override
        public CompletableFuture<JsonNode> startExecution(TaskAttempt attempt, TaskContext task, JsonNode parameters) {
            return CompletableFuture.failedFuture(NestedExecutions.noEngine(task));
        }

        @Override
        public long key() {
            return key;
        }

        @Override
        public ExecutionStore store() {
            return store;
        }

        @Override
        public long start(StateMachine machine, Identity identity, ChildPlace place, Consumer<Committed> stored) {
            long child = session.newKey();
            Member member = new Member(
                    child,
                    identity,
                    machine,
                    new Parent(key, place.visit(), place.mapRun(), place.position(), place.items()));
            member.stored = stored;
            member.post(new Message.Start());
            return child;
        }

        @Override
        public void stop(long child) {
            Member member = members.get(child);
            if (member != null) {
                member.post(new Message.Stop(null, null));
            }
        }

        @Override
        public void takeUp(long child) {}

        @Override
        public boolean isCrowded() {
            return false;
        }

        @Override
        public void work(Runnable work) {
            works.add(work);
        }

        @Override
        public void changed(StoredMapRun run) {}

        @Override
        public String toString() {
            return identity.machine() + " " + driver.outcome() + " " + mailbox;
        }
    }
}
