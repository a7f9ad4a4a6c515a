package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Something an execution is told from outside of the engine that holds it, kept until a turn has taken it.
 *
 * @param id grows with time within an execution; for {@link Turn#taken}
 */
public record StoredMessage(long id, Kind kind, Body body) {
    /** The child that has ended. */
    public static final String KEY = "key";

    /** Its position among the children of the Map Run. */
    public static final String POSITION = "position";

    /** What it says. */
    public enum Kind {
        /** End as aborted, with {@link Body#error} and {@link Body#cause}. */
        STOP(false),
        /** The task that waits for {@link Body#token} has succeeded with {@link Body#data}. */
        TASK_SUCCESS(false),
        /** It has failed. */
        TASK_FAILURE(false),
        /** It goes on. */
        TASK_HEARTBEAT(false),
        /**
         * A child execution has ended: {@link Body#data} has its {@link #KEY} and, if it is one of a Map Run, its {@link #POSITION};
         * then {@link Body#subject} is the Map Run's ARN.
         */
        CHILD_ENDED(false),
        /** The Map Run {@link Body#subject} gets other limits: {@link Body#data}, as {@code UpdateMapRun} takes them. */
        MAP_RUN_UPDATE(false),
        /**
         * A worker of another engine takes the task of an activity: {@link Body#data} has the frame and who.
         */
        WORKER_TAKES(false),
        /** Go on after a failure, once for each client token, if {@link Body#subject} is one. For executions that have ended. */
        REDRIVE(true);

        private final boolean forEnded;

        Kind(boolean forEnded) {
            this.forEnded = forEnded;
        }

        /** Whether it is for executions that have ended, rather than for those that run. */
        public boolean isForEnded() {
            return forEnded;
        }

        /** Whether it answers a task token, which can be done once. */
        public boolean isAnswer() {
            return switch (this) {
                case TASK_SUCCESS, TASK_FAILURE -> true;
                case STOP, TASK_HEARTBEAT, CHILD_ENDED, MAP_RUN_UPDATE, WORKER_TAKES, REDRIVE -> false;
            };
        }

        /** Whether a second one about the same subject says nothing new as long as the first is in the mailbox. */
        public boolean isSaidOnce() {
            return switch (this) {
                case STOP, TASK_HEARTBEAT, REDRIVE -> true;
                case TASK_SUCCESS, TASK_FAILURE, CHILD_ENDED, MAP_RUN_UPDATE, WORKER_TAKES -> false;
            };
        }
    }

    /**
     * What goes with it.
     *
     * @param subject a token, of a task or a client, or the ARN of a Map Run
     */
    public record Body(
            @Nullable String subject,
            @Nullable JsonNode data,
            @Nullable String error,
            @Nullable String cause) {
        /** Nothing. */
        public static final Body NONE = new Body(null, null, null, null);

        /** The token it is about. */
        public @Nullable String token() {
            return subject;
        }

        /** Shows no data. */
        @Override
        public String toString() {
            return "Body";
        }
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "StoredMessage[" + id + ", " + kind + "]";
    }
}
