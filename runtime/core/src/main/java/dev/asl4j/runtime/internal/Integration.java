package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.HistoryEventType;

/**
 * How a task's resource shows in the history.
 *
 * @param kind which family of events
 * @param type {@code resourceType}: {@code lambda}, {@code aws-sdk:dynamodb}; empty for functions and activities
 * @param action {@code resource}: {@code invoke}, {@code sendMessage.waitForTaskToken}; the whole ARN of a function or activity
 */
record Integration(Kind kind, String type, String action) {
    /** The families of task events. */
    enum Kind {
        FUNCTION(
                HistoryEventType.LAMBDA_FUNCTION_SCHEDULED,
                HistoryEventType.LAMBDA_FUNCTION_STARTED,
                HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED,
                HistoryEventType.LAMBDA_FUNCTION_FAILED,
                HistoryEventType.LAMBDA_FUNCTION_TIMED_OUT),
        ACTIVITY(
                HistoryEventType.ACTIVITY_SCHEDULED,
                HistoryEventType.ACTIVITY_STARTED,
                HistoryEventType.ACTIVITY_SUCCEEDED,
                HistoryEventType.ACTIVITY_FAILED,
                HistoryEventType.ACTIVITY_TIMED_OUT),
        SERVICE(
                HistoryEventType.TASK_SCHEDULED,
                HistoryEventType.TASK_STARTED,
                HistoryEventType.TASK_SUCCEEDED,
                HistoryEventType.TASK_FAILED,
                HistoryEventType.TASK_TIMED_OUT);

        private final HistoryEventType scheduled;
        private final HistoryEventType started;
        private final HistoryEventType succeeded;
        private final HistoryEventType failed;
        private final HistoryEventType timedOut;

        Kind(
                HistoryEventType scheduled,
                HistoryEventType started,
                HistoryEventType succeeded,
                HistoryEventType failed,
                HistoryEventType timedOut) {
            this.scheduled = scheduled;
            this.started = started;
            this.succeeded = succeeded;
            this.failed = failed;
            this.timedOut = timedOut;
        }

        HistoryEventType scheduled() {
            return scheduled;
        }

        HistoryEventType started() {
            return started;
        }

        HistoryEventType succeeded() {
            return succeeded;
        }

        HistoryEventType failed() {
            return failed;
        }

        HistoryEventType timedOut() {
            return timedOut;
        }
    }

    private static final String SDK = "aws-sdk:";
    private static final String SERVICES = ":states:::";

    /** Reads a {@code Resource}. */
    static Integration of(String resource) {
        int services = resource.indexOf(SERVICES);
        if (services < 0) {
            Kind kind = resource.contains(":activity:")
                    ? Kind.ACTIVITY
                    : resource.contains(":lambda:") ? Kind.FUNCTION : Kind.SERVICE;
            return new Integration(kind, "", resource);
        }
        String rest = resource.substring(services + SERVICES.length());
        int colon = rest.indexOf(':', rest.startsWith(SDK) ? SDK.length() : 0);
        return colon < 0
                ? new Integration(Kind.SERVICE, "", rest)
                : new Integration(Kind.SERVICE, rest.substring(0, colon), rest.substring(colon + 1));
    }

    /** How a cause names it: a function by its ARN, a service by its type. */
    String name() {
        return type.isEmpty() ? action : type;
    }
}
