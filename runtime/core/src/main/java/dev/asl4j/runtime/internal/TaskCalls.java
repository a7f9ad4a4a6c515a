package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// Size: what comes of a task, one message after the other.

/** The calls of tasks of one execution: begins them, and takes in what becomes of them. */
final class TaskCalls {
    /**
     * A sign of life that was due longer ago than this, when the attempt is taken up again, is taken to have been due while nobody was there
     * for it. What is due sooner is what the execution was woken for.
     */
    private static final Duration LATE = Duration.ofSeconds(5);

    /** An execution that waits for another one stays in memory for so long, if there is room. */
    private static final Duration SOON = Duration.ofSeconds(6);

    private final Driver driver;
    private final Environment environment;
    private final Host host;
    /** By key of the execution they wait for. Made at the first need: most executions start none. */
    private Map<Long, TaskAttempt> children = Collections.emptyMap();

    TaskCalls(Driver driver) {
        this.driver = driver;
        environment = driver.environment();
        host = driver.host();
    }

    /** Blocks the frame on a new attempt; its handler is launched after the commit. */
    void begin(RunningFrame frame, Effect.Call call) {
        checkStart(frame, call);
        @Nullable String activity = driver.settings().polled(call);
        long scheduled = driver.history().taskScheduled(frame, call);
        if (activity == null) {
            driver.history().taskStarted(frame, call, driver.settings().workerName());
        }
        if (driver.quotas().doom() != null) {
            return;
        }
        @Nullable Instant due = activity == null ? due(call) : null; // the time begins when the work does
        TaskAttempt attempt = new TaskAttempt(frame, call, driver, scheduled, due, activity);
        driver.blocked(() -> launch(attempt));
    }

    /** A handler is about to be called in the turn; gives the id of the event by which the task was scheduled. */
    long told(RunningFrame frame, Effect.Call call) {
        long scheduled = driver.history().taskScheduled(frame, call);
        driver.history().taskStarted(frame, call, driver.settings().workerName());
        return scheduled;
    }

    /** Blocks a frame on a new attempt whose handler is running already. */
    TaskAttempt goesOn(PlainCall underWay) {
        RunningFrame frame = underWay.frame();
        Effect.@Nullable Call known = underWay.told();
        Effect.Call call = known == null ? frame.view().waitsFor(underWay) : known;
        long scheduled = known == null ? told(frame, call) : underWay.scheduled();
        driver.blockedBefore();
        return new TaskAttempt(frame, call, driver, scheduled, null, null);
    }

    /** Blocks a frame on an attempt that is taken up again. */
    void restore(RunningFrame frame, Effect.Call call, JsonNode detail) {
        driver.blockedBefore();
        new TaskAttempt(
                        frame,
                        call,
                        driver,
                        Notes.number(detail, Notes.SCHEDULED),
                        Notes.instant(detail, Notes.DUE),
                        Notes.text(detail, Notes.POLLED))
                .restore(detail);
    }

    /**
     * Goes on with an attempt that was taken up again. If its handler may be running, or not, nobody knows any more: it is called
     * again, unless the answer to its token has come, which says all that is wanted.
     */
    void resume(TaskAttempt attempt) {
        driver.tree().touch(attempt.frame());
        if (attempt.isAnswered()) {
            Message.@Nullable Answered answer = attempt.handlerDone();
            submit(attempt, null);
            if (answer != null) {
                answered(answer);
            }
            return;
        }
        if (attempt.isToBeHandled()) {
            attempt.deliverAgain();
        } else if (attempt.awaitsSigns() && attempt.nextSign().plus(LATE).isBefore(environment.now())) {
            attempt.sign(); // nobody was there to take one
        }
        driver.afterCommit(() -> launch(attempt));
    }

    private @Nullable Instant due(Effect.Call call) {
        return call.timeoutSeconds() > 0 ? Budget.after(environment.now(), call.timeoutSeconds()) : null;
    }

    /** Some tasks cannot be started at all. */
    private void checkStart(RunningFrame frame, Effect.Call call) {
        ServiceParameters.check(call.task().resource(), call.input());
        @Nullable TaskInterceptor interceptor = driver.settings().interceptor();
        @Nullable
        String refusal = interceptor == null
                ? null
                : interceptor.refusal(frame.stateName(), call.task().resource(), call.input());
        if (refusal != null) {
            throw StateFailure.runtime(refusal);
        }
    }

    private void launch(TaskAttempt attempt) {
        limit(attempt);
        if (!attempt.isCancelled() && attempt.isToBeHandled()) {
            host.launch(attempt);
        }
    }

    private void limit(TaskAttempt attempt) {
        @Nullable Instant due = attempt.due();
        if (due != null) {
            attempt.timers().set(environment, due, () -> host.post(new Message.TaskTimedOut(attempt)));
        }
        if (attempt.awaitsSigns()) {
            awaitHeartbeat(attempt);
        }
    }

    /** A worker takes the task of an activity, if it still waits for one. */
    boolean take(int frame, @Nullable String worker) {
        @Nullable TaskAttempt attempt = attempt(frame);
        if (attempt == null || attempt.activity() == null) {
            return false;
        }
        driver.tree().touch(attempt.frame());
        driver.history().taskStarted(attempt.frame(), attempt.call(), worker);
        attempt.taken(due(attempt.call()));
        driver.afterCommit(() -> limit(attempt));
        return true;
    }

    /** A sign of life by token. Gives false if nothing waits for its answer. */
    boolean sign(String token) {
        @Nullable TaskAttempt attempt = attempt(token);
        if (attempt == null) {
            return false;
        }
        attempt.sign();
        driver.tree().touch(attempt.frame());
        return true;
    }

    /** An answer by token. Gives false if nothing waits for it. */
    boolean answered(String token, @Nullable JsonNode result, @Nullable Failure failure) {
        @Nullable TaskAttempt attempt = attempt(token);
        if (attempt == null) {
            return false;
        }
        answered(new Message.Answered(attempt, result, failure));
        return true;
    }

    /** The attempt that waits for the answer to a token. */
    private @Nullable TaskAttempt attempt(String text) {
        StoredFrame.@Nullable Address address = Token.parse(text);
        @Nullable TaskAttempt attempt = address == null ? null : attempt(address.frame());
        @Nullable Token token = attempt == null || attempt.isAnswered() ? null : attempt.token();
        return token != null && token.token().equals(text) ? attempt : null;
    }

    private @Nullable TaskAttempt attempt(int id) {
        @Nullable RunningFrame frame = driver.tree().frame(id);
        @Nullable Pending pending = frame == null ? null : frame.pending();
        return pending == null ? null : pending.attempt();
    }

    /** The task has started an execution whose end it waits for. */
    void awaitChild(TaskAttempt attempt, long child, JsonNode response) {
        if (attempt.frame().isBlockedOn(attempt.serial())) {
            attempt.awaits(child);
            if (children.isEmpty()) {
                children = new HashMap<>();
            }
            children.put(child, attempt);
            driver.tree().touch(attempt.frame());
            submit(attempt, response);
            Duration soon = host.isCrowded() ? Duration.ZERO : SOON;
            driver.afterCommit(() -> lookForChild(attempt, soon));
        }
    }

    /** It may have ended, which may have been said before: only if it goes on another word will come. */
    private void lookForChild(TaskAttempt attempt, Duration when) {
        attempt.timers()
                .set(
                        environment,
                        environment.now().plus(when),
                        () -> host.work(() -> {
                            try {
                                @Nullable ExecutionStore store = host.store();
                                if (store != null
                                        && store.get(attempt.child())
                                                .filter(it -> it.progress().status() == Status.RUNNING)
                                                .isPresent()) {
                                    host.post(new Message.ChildLasts(attempt));
                                }
                            } catch (StoreException away) {
                                lookForChild(attempt, SOON);
                            }
                        }));
    }

    /** That execution has not ended soon. */
    void childLasts(TaskAttempt attempt) {
        if (attempt.frame().isBlockedOn(attempt.serial()) && children.get(attempt.child()) == attempt) {
            attempt.childIsFar(true);
            driver.tree().touch(attempt.frame());
        }
    }

    /** An execution has ended that a task may wait for: its handler is about to tell how. */
    void childEnded(long child) {
        @Nullable TaskAttempt attempt = children.remove(child);
        if (attempt != null && attempt.frame().isBlockedOn(attempt.serial())) {
            attempt.childIsFar(false);
            driver.tree().touch(attempt.frame());
        }
    }

    /** The service has taken on the job. */
    void submitted(TaskAttempt attempt, JsonNode response) {
        if (attempt.frame().isBlockedOn(attempt.serial())) {
            submit(attempt, response);
        }
    }

    private void submit(TaskAttempt attempt, @Nullable JsonNode response) {
        if (attempt.submit()) {
            driver.tree().touch(attempt.frame());
            driver.history().taskSubmitted(attempt.frame(), attempt.call(), response);
        }
    }

    /** The handler gave a result: that of the task, or the first answer of a service that has been given a token. */
    void succeeded(TaskAttempt attempt, JsonNode result) {
        if (!attempt.frame().isBlockedOn(attempt.serial())) {
            return;
        }
        if (!attempt.isWaiting()) {
            finish(attempt, result);
            return;
        }
        submit(attempt, result);
        driver.tree().touch(attempt.frame());
        Message.@Nullable Answered answer = attempt.handlerDone();
        if (answer != null) {
            answered(answer);
        }
    }

    /** The token was answered. The handler may still be running: then its end is awaited, but no timer any more. */
    void answered(Message.Answered answer) {
        TaskAttempt attempt = answer.attempt();
        if (!attempt.frame().isBlockedOn(attempt.serial())) {
            return;
        }
        if (attempt.isWaiting() && !attempt.isHandlerDone()) {
            attempt.answer(answer);
            driver.tree().touch(attempt.frame());
            driver.afterCommit(attempt.timers()::cancel);
            return;
        }
        if (answer.failure() != null) {
            failed(attempt, answer.failure());
        } else if (answer.result() != null) {
            finish(attempt, answer.result());
        }
    }

    /** The handler failed, or a limit of time was reached. */
    void failed(TaskAttempt attempt, Failure failure) {
        if (driver.unblock(attempt.frame(), attempt.serial())) {
            if (children.remove(attempt.child()) != null) { // it has ended, unless the task has had its time
                attempt.abandon();
            }
            driver.afterCommit(attempt::cancel);
            driver.history().taskFailed(attempt.frame(), attempt.call(), failure);
            driver.failed(attempt.frame(), failure);
        }
    }

    /** The task has had its time; an answer that waits for the handler's end came before. */
    void timedOut(TaskAttempt attempt) {
        if (!attempt.isAnswered()) {
            failed(attempt, Failure.TIMEOUT);
        }
    }

    /** The gap between two signs of life may be over. */
    void heartbeatDue(TaskAttempt attempt) {
        if (!attempt.frame().isBlockedOn(attempt.serial()) || attempt.isAnswered()) {
            return;
        }
        Instant now = environment.now(); // read first: a sign given meanwhile must count
        if (attempt.nextSign().isAfter(now)) {
            driver.afterCommit(() -> awaitHeartbeat(attempt));
        } else {
            failed(attempt, Failure.HEARTBEAT);
        }
    }

    private void finish(TaskAttempt attempt, JsonNode result) {
        @Nullable Failure tooLarge = driver.quotas().ofResult(attempt.call(), result);
        if (tooLarge != null) {
            failed(attempt, tooLarge);
            return;
        }
        if (driver.unblock(attempt.frame(), attempt.serial())) {
            children.remove(attempt.child());
            driver.afterCommit(attempt::end);
            submit(attempt, null);
            driver.history().taskSucceeded(attempt.frame(), attempt.call(), result);
            attempt.frame().resumeWith(result);
            driver.ready(attempt.frame());
        }
    }

    private void awaitHeartbeat(TaskAttempt attempt) {
        attempt.timers().set(environment, attempt.nextSign(), () -> host.post(new Message.HeartbeatDue(attempt)));
    }
}
