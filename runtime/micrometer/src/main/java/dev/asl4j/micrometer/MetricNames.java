package dev.asl4j.micrometer;

import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.MapRunEnd;
import dev.asl4j.runtime.spi.TaskInfo;

/**
 * How the meters are called. AWS's name of a metric in the namespace {@code AWS/States}, its words in lower case with dots between
 * them, after {@code states.}: {@code ExecutionsTimedOut} is {@code states.executions.timed.out}. What AWS has no metric for begins with
 * {@code asl4j.}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html">Step Functions metrics</a>
 */
final class MetricNames {
    static final String STATE_MACHINE = "state.machine";
    static final String RESOURCE = "resource";
    static final String STATUS = "status";

    static final String EXECUTIONS_STARTED = "states.executions.started";
    static final String EXECUTION_TIME = "states.execution.time";
    static final String EXECUTIONS_REDRIVEN = "states.executions.redriven";
    static final String OPEN_EXECUTIONS = "states.open.execution.count";
    static final String OPEN_EXECUTION_LIMIT = "states.open.execution.limit";
    static final String OPEN_MAP_RUNS = "states.approximate.open.map.run.count";

    static final String PARKED = "asl4j.executions.parked";
    static final String HELD = "asl4j.executions.held";
    static final String COMMIT_TIME = "asl4j.commit.time";
    static final String MAP_RUNS_STARTED = "asl4j.map.runs.started";
    static final String MAP_RUNS_REDRIVEN = "asl4j.map.runs.redriven";
    static final String MAP_RUNS_ENDED = "asl4j.map.runs.ended";
    static final String NEWS_WAITING = "asl4j.news.waiting";
    static final String NEWS_LOST = "asl4j.news.lost";

    private MetricNames() {}

    static String ended(ExecutionEnd.Status status) {
        return "states.executions." + word(status);
    }

    static String redrivenEnded(ExecutionEnd.Status status) {
        return "states.redriven.executions." + word(status);
    }

    /** {@code states.lambda.functions.started}: a count of tasks of that kind. */
    static String tasks(TaskInfo.Kind kind, String what) {
        return switch (kind) {
            case LAMBDA_FUNCTION -> "states.lambda.functions." + what;
            case ACTIVITY -> "states.activities." + what;
            case SERVICE_INTEGRATION -> "states.service.integrations." + what;
        };
    }

    /** {@code states.lambda.function.run.time}: an interval of tasks of that kind. */
    static String task(TaskInfo.Kind kind, String what) {
        return switch (kind) {
            case LAMBDA_FUNCTION -> "states.lambda.function." + what;
            case ACTIVITY -> "states.activity." + what;
            case SERVICE_INTEGRATION -> "states.service.integration." + what;
        };
    }

    static String status(MapRunEnd end) {
        return switch (end) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case ABORTED -> "aborted";
        };
    }

    private static String word(ExecutionEnd.Status status) {
        return switch (status) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed.out";
            case ABORTED -> "aborted";
        };
    }
}
