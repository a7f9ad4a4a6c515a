package dev.asl4j.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreSession.Committed;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.task.TaskCallback;
import dev.asl4j.runtime.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one execution on this thread, with all that is left to chance elsewhere in a fixed order. On demand its driver is thrown away
 * before each message, and built anew from what a store would have: then all must come out as if it had not.
 */
public final class ManualHost implements Host {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MANY = 100;
    private static final int MOST_TURNS = 50_000;

    private final StateMachine machine;
    private final Settings settings;
    private final boolean rebuilt;
    private final Instant start;
    private final ManualTime time;
    private final Identity identity;
    private final StoredCopy store = new StoredCopy();
    private final Map<String, TaskAttempt> jobs = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<String> launched = new ArrayList<>();
    private final List<Consumer<ManualHost>> outside = new ArrayList<>();
    private List<Mail> mailbox = new ArrayList<>();
    private Driver driver;
    private StoredExecution execution;
    private int turns;

    /** @param rebuilt whether the driver is thrown away before each message */
    public ManualHost(StateMachine machine, JsonNode input, Settings settings, boolean rebuilt) {
        this(machine, input, settings, rebuilt, START);
    }

    /** One that starts then. */
    public ManualHost(StateMachine machine, JsonNode input, Settings settings, boolean rebuilt, Instant start) {
        this.start = start;
        time = new ManualTime(start);
        this.machine = machine;
        this.settings = settings;
        this.rebuilt = rebuilt;
        identity = new Identity(machine.name(), "one", input, ExecutionType.STANDARD, settings, time);
        driver = new Driver(machine, identity, time, settings, this, StoredCopy.KEY);
        execution = StoredCopy.execution(driver);
    }

    /** How it ended. */
    public record End(
            @Nullable String ending,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String cause) {}

    /** Does something so many milliseconds after the start. */
    public ManualHost at(long millis, Consumer<ManualHost> action) {
        time.schedule(start.plusMillis(millis), () -> outside.add(action));
        return this;
    }

    /** Runs it until it has ended. */
    public End run() {
        post(new Message.Start());
        return goOn();
    }

    /** Redrives it, and runs it until it has ended again. */
    public End redrive() throws UnresolvableStateException {
        driver = restored(machine, store.frames());
        turn(new Message.Redrive(null, new Reply()));
        return goOn();
    }

    /** A driver of that version of the definition, with those frames. */
    Driver restored(StateMachine version, List<StoredFrame> frames) throws UnresolvableStateException {
        return Driver.restore(version, identity, time, settings, this, execution, frames);
    }

    /** Answers a token; gives whether it was open. */
    public boolean answer(String token, @Nullable JsonNode result, @Nullable String error) {
        Reply reply = new Reply();
        deliver(new Message.TokenAnswer(token, result, error == null ? null : Failure.of(error, "told"), reply));
        return reply.isAccepted();
    }

    /** A sign of life by token; gives whether it was open. */
    public boolean heartbeat(String token) {
        Reply reply = new Reply();
        deliver(new Message.TokenHeartbeat(token, reply));
        return reply.isAccepted();
    }

    /** A worker asks for a task of the activity; gives its token, or null if there is none. */
    public @Nullable String poll(String activity, String worker) {
        for (StoredFrame frame : store.frames()) {
            if (activity.equals(frame.activity())) {
                Reply reply = new Reply();
                deliver(new Message.WorkerTakes(frame.id(), worker, reply));
                assertThat(reply.isAccepted()).isTrue();
                return Notes.text(frame.detail(), Notes.TOKEN);
            }
        }
        return null;
    }

    /** Time passes while nobody runs it. */
    public void pass(long millis) {
        time.pass(Duration.ofMillis(millis));
    }

    public void stop() {
        deliver(new Message.Stop("Stopped", "by hand"));
    }

    public List<HistoryEvent> events() {
        return store.events();
    }

    public List<StoredFrame> frames() {
        return store.frames();
    }

    /** How many rows were written in all. */
    public int written() {
        return store.written();
    }

    Driver driver() {
        return driver;
    }

    StoredExecution execution() {
        return execution;
    }

    // ---- the loop

    private End goOn() {
        while (driver.outcome() == null) {
            if (mailbox.isEmpty()) {
                next();
            } else {
                if (rebuilt) {
                    rebuild();
                }
                if (driver.outcome() == null && !mailbox.isEmpty()) {
                    turn(mailbox.remove(0).message);
                }
            }
        }
        mailbox.clear();
        jobs.clear();
        Outcome outcome = Objects.requireNonNull(driver.outcome());
        @Nullable Failure failure = outcome.failure();
        return new End(
                outcome.ending().name(),
                outcome.output(),
                failure == null ? null : failure.error(),
                failure == null ? null : failure.cause());
    }

    private void next() {
        if (!outside.isEmpty()) {
            outside.remove(0).accept(this);
        } else if (!jobs.isEmpty()) {
            String key = launched.stream().filter(jobs::containsKey).findFirst().orElseThrow();
            TaskAttempt attempt = jobs.remove(key);
            assertThat(begun.add(key)).as("handlers are called once: " + key).isTrue();
            Consumer<Message.TaskDone> first = // before the answer to its token: both would be taken in one turn
                    done -> mailbox.add(0, new Mail(tag(done), done));
            attempt.perform(first, first);
        } else if (time.runDue()) {
            mailbox.sort(Comparator.comparing(Mail::frame)); // what is due at the same time
        } else {
            assertThat(time.advance()).as("something can happen").isTrue();
        }
    }

    /** A message from outside, in a turn of its own. */
    private void deliver(Message message) {
        if (rebuilt) {
            rebuild();
        }
        turn(message);
    }

    private void turn(Message message) {
        assertThat(++turns).isLessThan(MOST_TURNS);
        if (driver.outcome() != null) {
            return;
        }
        driver.take(message);
        if (driver.run()) {
            post(new Message.Continue());
        }
        boolean ended = driver.outcome() != null;
        store.apply(driver.checkpoint());
        execution = StoredCopy.execution(driver);
        if (!ended && store.size() < MANY) {
            assertThat(driver.canLeaveMemory())
                    .as("leaves memory when it only waits")
                    .isEqualTo(isWaiting());
        }
        driver.commit();
    }

    private boolean isWaiting() {
        return store.frames().stream().noneMatch(frame -> switch (frame.phase()) {
            case ENTER, BEGIN_EFFECT, RESUME -> true;
            case TASK ->
                frame.detail().path(Notes.POLLED).isMissingNode()
                        && frame.detail().path(Notes.HANDLED).isMissingNode();
            case WAIT, RETRY, CHILDREN, DONE -> false;
            case MAP_RUN -> true;
        });
    }

    /** Throws the driver away; what was said to it is said to its successor. */
    private void rebuild() {
        List<Mail> before = mailbox;
        mailbox = new ArrayList<>();
        jobs.clear();
        driver.abandon();
        if (store.frames().isEmpty()) {
            driver = new Driver(machine, identity, time, settings, this, StoredCopy.KEY);
        } else {
            try {
                driver = restored(machine, store.frames());
            } catch (UnresolvableStateException impossible) {
                throw new AssertionError(impossible);
            }
            turn(new Message.Resume());
        }
        time.runDue();
        List<Mail> after = mailbox;
        mailbox = new ArrayList<>();
        for (Mail mail : before) {
            @Nullable Message again = again(mail);
            if (again != null) {
                mailbox.add(new Mail(mail.tag, again));
            } else {
                after.stream().filter(mail::isLike).findFirst().ifPresent(found -> {
                    after.remove(found);
                    mailbox.add(found);
                });
            }
        }
        mailbox.addAll(after);
    }

    /** The message for the successor; null if its timers give it. */
    private @Nullable Message again(Mail mail) {
        if (mail.message instanceof Message.TaskDone done) {
            @Nullable TaskAttempt attempt = successor(done.attempt().frame(), mail);
            return attempt == null ? null : new Message.TaskDone(attempt, done.result(), done.failure());
        }
        if (mail.message instanceof Message.Submitted submitted) {
            @Nullable TaskAttempt attempt = successor(submitted.attempt().frame(), mail);
            return attempt == null ? null : new Message.Submitted(attempt, submitted.response());
        }
        if (mail.message instanceof Message.Answered answered) {
            @Nullable TaskAttempt attempt = successor(answered.attempt().frame(), mail);
            return attempt == null ? null : new Message.Answered(attempt, answered.result(), answered.failure());
        }
        return mail.tag.isEmpty() ? mail.message : null;
    }

    private @Nullable TaskAttempt successor(RunningFrame frame, Mail mail) {
        @Nullable RunningFrame same = driver.tree().frame(frame.id());
        @Nullable Pending pending = same == null ? null : same.pending();
        @Nullable TaskAttempt attempt = pending == null ? null : pending.attempt();
        return attempt != null && mail.tag.endsWith(tag(attempt)) ? attempt : null;
    }

    private record Mail(String tag, Message message) {
        int frame() {
            String digits = tag.replaceAll("/.*|\\D", "");
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }

        boolean isLike(Mail other) {
            return tag.equals(other.tag);
        }
    }

    private static String tag(TaskAttempt attempt) {
        return attempt.frame().id() + "/" + attempt.scheduled();
    }

    private static String tag(Message message) {
        String kind = message.getClass().getSimpleName() + " ";
        if (message instanceof Message.TaskDone done) {
            return kind + tag(done.attempt());
        } else if (message instanceof Message.Submitted submitted) {
            return kind + tag(submitted.attempt());
        } else if (message instanceof Message.Answered answered) {
            return kind + tag(answered.attempt());
        } else if (message instanceof Message.TaskTimedOut late) {
            return kind + tag(late.attempt());
        } else if (message instanceof Message.HeartbeatDue due) {
            return kind + tag(due.attempt());
        } else if (message instanceof Message.WaitOver over) {
            return kind + over.frame().id();
        } else if (message instanceof Message.RetryDue due) {
            return kind + due.frame().id();
        } else if (message instanceof Message.OutOfTime) {
            return kind;
        }
        return "";
    }

    // ---- what the driver asks for

    @Override
    public void post(Message message) {
        mailbox.add(new Mail(tag(message), message));
    }

    @Override
    public void launch(TaskAttempt attempt) {
        String key = tag(attempt);
        if (!launched.contains(key)) {
            launched.add(key);
        }
        if (!begun.contains(key)) {
            jobs.put(key, attempt);
        }
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
        return StoredCopy.KEY;
    }

    @Override
    public @Nullable ExecutionStore store() {
        return null;
    }

    @Override
    public long start(StateMachine machine, Identity identity, ChildPlace place, Consumer<Committed> stored) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop(long child) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void takeUp(long child) {}

    @Override
    public boolean isCrowded() {
        return false;
    }

    @Override
    public void work(Runnable work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changed(StoredMapRun run) {}
}
