package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What an execution is told. Whatever concerns one attempt of an effect carries its serial; stale ones do nothing. */
sealed interface Message {
    /** Tells the driver, on a turn. */
    void deliver(Driver driver);

    /** The execution begins. */
    record Start() implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.start();
        }
    }

    /** The turn was cut to give others theirs; the frames that are ready go on. */
    record Continue() implements Message {
        @Override
        public void deliver(Driver driver) {}
    }

    /** A handler is done: with a result, or with a failure. */
    record TaskDone(
            TaskAttempt attempt,
            @Nullable JsonNode result,
            @Nullable Failure failure) implements Message {
        @Override
        public void deliver(Driver driver) {
            if (failure != null) {
                driver.tasks().failed(attempt, failure);
            } else if (result != null) {
                driver.tasks().succeeded(attempt, result);
            }
        }
    }

    /** The service has taken on the job, and will report its end. */
    record Submitted(TaskAttempt attempt, JsonNode response) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.tasks().submitted(attempt, response);
        }
    }

    /** A token was answered: with a result, or with a failure. */
    record Answered(
            TaskAttempt attempt,
            @Nullable JsonNode result,
            @Nullable Failure failure) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.tasks().answered(this);
        }
    }

    /** A task has had its time. */
    record TaskTimedOut(TaskAttempt attempt) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.tasks().timedOut(attempt);
        }
    }

    /** A task should have given a sign of life by now. */
    record HeartbeatDue(TaskAttempt attempt) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.tasks().heartbeatDue(attempt);
        }
    }

    /** A wait is over. */
    record WaitOver(RunningFrame frame, int serial) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.waits().over(frame, serial);
        }
    }

    /** The delay before a retry is over. */
    record RetryDue(RunningFrame frame, int serial) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.waits().retryDue(frame, serial);
        }
    }

    /** Something happened to a Map Run outside of the execution's turns: a child ended, items were read. */
    record MapRunNews(Runnable news) implements Message {
        @Override
        public void deliver(Driver driver) {
            news.run();
        }
    }

    /** The execution has had its time. */
    record OutOfTime() implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.outOfTime();
        }
    }

    /** The execution is ended from outside. */
    record Stop(@Nullable String error, @Nullable String cause) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.stop(error, cause);
        }
    }
}
