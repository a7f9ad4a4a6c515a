package dev.asl4j.runtime.spi;

import java.time.Duration;

/**
 * Hears of what executions of an engine go through, for metrics, traces and alarms: names, times and errors' names, never data.
 *
 * <p>All of it is told after the commit of the store that made it true, so what is told is never taken back; what was committed just
 * before a crash may never be told. Of one execution it is told in order, in one thread of the engine that serves nothing else, so
 * the executions do not wait for it. A listener that falls behind by 50,000 calls holds them up for a second at most; from 100,000
 * on it misses news, which {@link #newsLost} tells of. What it throws is logged and changes nothing.
 *
 * <p>Without a listener nothing is built. A child execution of a distributed Map, and a nested one, is an execution like any other.
 *
 * @since 0.1.0
 */
public interface LifecycleListener {
    /** An engine begins to work; before anything else it tells. */
    default void engineStarted(EngineGauges gauges) {}

    /** An engine was closed; the last thing it tells. */
    default void engineStopped(EngineGauges gauges) {}

    /** An execution was started. */
    default void executionStarted(ExecutionInfo execution) {}

    /** An execution has ended. */
    default void executionEnded(ExecutionInfo execution, ExecutionEnd end) {}

    /**
     * An execution that had ended goes on.
     *
     * @param redriveCount how often it was redriven, this time included
     */
    default void executionRedriven(ExecutionInfo execution, int redriveCount) {}

    /**
     * An execution cannot go on with the definitions that the engine has. It stays {@code RUNNING}, until there is an engine with a fitting one.
     *
     * @param reason what is missing
     */
    default void executionParked(ExecutionInfo execution, String reason) {}

    /** A state was entered. */
    default void stateEntered(ExecutionInfo execution, StateInfo state) {}

    /** A state was left, by a transition or as the last one of its scope; not a Fail state, nor one whose error nobody caught. */
    default void stateExited(ExecutionInfo execution, StateInfo state) {}

    /** An attempt of a task was scheduled. */
    default void taskScheduled(ExecutionInfo execution, TaskInfo task) {}

    /**
     * An attempt was started: a handler is called, or a worker has taken the activity.
     *
     * @param scheduleTime since it was scheduled
     */
    default void taskStarted(ExecutionInfo execution, TaskInfo task, Duration scheduleTime) {}

    /** An attempt has ended. Not told of those that the end of the execution, or of the scope around, cut off. */
    default void taskEnded(ExecutionInfo execution, TaskInfo task, TaskEnd end) {}

    /**
     * A Map Run was started.
     *
     * @param mapRunArn {@code arn:aws:states:us-east-1:000000000000:mapRun:<machine>/<label>:<uuid>}
     */
    default void mapRunStarted(ExecutionInfo execution, String mapRunArn) {}

    /**
     * A Map Run that had failed, or was aborted, goes on.
     *
     * @param redriveCount how often it was redriven, this time included
     */
    default void mapRunRedriven(ExecutionInfo execution, String mapRunArn, int redriveCount) {}

    /** A Map Run has ended; as {@link MapRunEnd#ABORTED} just after its execution, if that is why. */
    default void mapRunEnded(ExecutionInfo execution, String mapRunArn, MapRunEnd end) {}

    /** What an execution did in one turn has become durable; before the news of that turn are told. */
    default void turnCommitted(ExecutionInfo execution, TurnInfo turn) {}

    /**
     * The listener was too slow, and did not hear of something.
     *
     * @param count so many calls of the methods above are missing
     */
    default void newsLost(long count) {}
}
