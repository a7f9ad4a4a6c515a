package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
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

    /** The task has started another execution, and waits for its end. */
    record ChildStarted(TaskAttempt attempt, long child, JsonNode response) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.tasks().awaitChild(attempt, child, response);
        }
    }

    /** The execution that a task waits for has not ended for some time. */
    record ChildLasts(TaskAttempt attempt) implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.tasks().childLasts(attempt);
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

        /** What {@link #read} reads. */
        JsonNode note() {
            ObjectBuilder note = Json.object();
            if (result != null) {
                note.set("result", result);
            }
            if (failure != null) {
                ObjectBuilder why = Json.object();
                Notes.set(why, "error", failure.error());
                Notes.set(why, "cause", failure.cause());
                note.set("failure", why.build());
            }
            return note.build();
        }

        /** The answer that was noted for an attempt; null if none was. */
        static @Nullable Answered read(TaskAttempt attempt, @Nullable JsonNode note) {
            if (note == null) {
                return null;
            }
            @Nullable JsonNode failure = note.get("failure");
            return new Answered(
                    attempt,
                    note.get("result"),
                    failure == null ? null : Failure.of(Notes.text(failure, "error"), Notes.text(failure, "cause")));
        }
    }

    /** A token was answered from outside: with a result, or with a failure. */
    record TokenAnswer(
            String token,
            @Nullable JsonNode result,
            @Nullable Failure failure,
            Reply reply) implements Message {
        @Override
        public void deliver(Driver driver) {
            reply.set(driver.tasks().answered(token, result, failure));
        }
    }

    /** Whoever has a token says that the work goes on. */
    record TokenHeartbeat(String token, Reply reply) implements Message {
        @Override
        public void deliver(Driver driver) {
            reply.set(driver.tasks().sign(token));
        }
    }

    /** A worker, who may have a name, takes the task of an activity. */
    record WorkerTakes(int frame, @Nullable String worker, Reply reply) implements Message {
        @Override
        public void deliver(Driver driver) {
            reply.set(driver.tasks().take(frame, worker));
        }
    }

    /** An execution that was taken up again goes on. Nothing else may be delivered before. */
    record Resume() implements Message {
        @Override
        public void deliver(Driver driver) {
            driver.resume();
        }
    }

    /** An execution that has failed, timed out or was aborted, and was taken up again, goes on where it stood. */
    record Redrive(@Nullable String clientToken, Reply reply) implements Message {
        @Override
        public void deliver(Driver driver) {
            reply.set(driver.redrive(clientToken));
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

    /**
     * A child has ended. May come more than once, and of children that were counted before.
     *
     * @param mapRun ARN of its Map Run; empty if a task started it
     * @param child its key
     * @param outcome null: it is to be asked of the store
     */
    record ChildEnded(
            String mapRun,
            int position,
            long child,
            @Nullable Outcome outcome) implements Message {
        /** With what the store says. */
        ChildEnded with(Outcome found) {
            return new ChildEnded(mapRun, position, child, found);
        }

        @Override
        public void deliver(Driver driver) {
            if (mapRun.isEmpty()) {
                driver.tasks().childEnded(child);
            } else {
                driver.mapRuns().childEnded(this);
            }
        }
    }

    /** A Map Run gets other limits, as {@code UpdateMapRun} takes them. */
    record MapRunUpdate(String mapRun, JsonNode limits, Reply reply) implements Message {
        @Override
        public void deliver(Driver driver) {
            reply.set(driver.mapRuns().update(mapRun, limits));
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
