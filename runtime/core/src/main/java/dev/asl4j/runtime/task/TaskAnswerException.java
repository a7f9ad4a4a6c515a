package dev.asl4j.runtime.task;

/**
 * A task token could not be answered, as {@code SendTaskSuccess}, {@code SendTaskFailure} and {@code SendTaskHeartbeat} report
 * it.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html">SendTaskSuccess</a>
 * @since 0.1.0
 */
public final class TaskAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    private TaskAnswerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Nobody knows the token, or its execution ended long ago. */
    public static TaskAnswerException taskDoesNotExist() {
        return new TaskAnswerException(Reason.TASK_DOES_NOT_EXIST, "Task does not exist");
    }

    /** It was answered before, or is no longer waited for. */
    public static TaskAnswerException taskTimedOut() {
        return new TaskAnswerException(Reason.TASK_TIMED_OUT, "Task Timed Out: 'Provided task does not exist anymore'");
    }

    /** It is not a token at all. */
    public static TaskAnswerException invalidToken() {
        return new TaskAnswerException(Reason.INVALID_TOKEN, "Invalid Token: 'Invalid token'");
    }

    /** The output is not JSON. */
    public static TaskAnswerException invalidOutput(String problem) {
        return new TaskAnswerException(Reason.INVALID_OUTPUT, "Invalid Output: '" + problem + "'");
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** AWS's names for it. */
    public enum Reason {
        /** {@code TaskDoesNotExist}. */
        TASK_DOES_NOT_EXIST("TaskDoesNotExist"),
        /** {@code TaskTimedOut}. */
        TASK_TIMED_OUT("TaskTimedOut"),
        /** {@code InvalidToken}. */
        INVALID_TOKEN("InvalidToken"),
        /** {@code InvalidOutput}. */
        INVALID_OUTPUT("InvalidOutput");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** As AWS writes it: {@code TaskTimedOut}. */
        public String text() {
            return text;
        }
    }
}
