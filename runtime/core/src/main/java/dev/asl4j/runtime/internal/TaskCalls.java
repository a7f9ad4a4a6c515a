package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.task.TaskInterceptor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The calls of tasks of one execution: begins them, and takes in what becomes of them. */
final class TaskCalls {
    private final Driver driver;
    private final Environment environment;
    private final Host host;

    TaskCalls(Driver driver, Environment environment, Host host) {
        this.driver = driver;
        this.environment = environment;
        this.host = host;
    }

    /** Blocks the frame on a new attempt; its handler is launched after the commit. */
    void begin(RunningFrame frame, Effect.Call call) {
        checkStart(frame, call);
        driver.history().taskScheduled(frame, call);
        if (driver.quotas().doom() != null) {
            return;
        }
        Instant now = environment.now();
        @Nullable Instant due = call.timeoutSeconds() > 0 ? Budget.after(now, call.timeoutSeconds()) : null;
        TaskAttempt attempt =
                new TaskAttempt(frame, call, driver, host, driver.budget().earlier(due), now);
        driver.blocked(() -> launch(attempt, due));
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

    private void launch(TaskAttempt attempt, @Nullable Instant due) {
        if (due != null) {
            attempt.timers().set(environment, due, () -> host.post(new Message.TaskTimedOut(attempt)));
        }
        if (attempt.call().heartbeatSeconds() > 0) {
            awaitHeartbeat(attempt);
        }
        if (!attempt.isCancelled()) {
            @Nullable Token token = attempt.token();
            if (token != null) {
                host.open(token);
            }
            host.launch(attempt);
        }
    }

    /** The service has taken on the job. */
    void submitted(TaskAttempt attempt, JsonNode response) {
        if (attempt.frame().isBlockedOn(attempt.serial()) && attempt.submit()) {
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
        submitted(attempt, result);
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
            driver.afterCommit(attempt::end);
            if (attempt.submit()) {
                driver.history().taskSubmitted(attempt.frame(), attempt.call(), null);
            }
            driver.history().taskSucceeded(attempt.frame(), attempt.call(), result);
            attempt.frame().resumeWith(result);
            driver.ready(attempt.frame());
        }
    }

    private void awaitHeartbeat(TaskAttempt attempt) {
        attempt.timers().set(environment, attempt.nextSign(), () -> host.post(new Message.HeartbeatDue(attempt)));
    }
}
