package dev.asl4j.runtime.spi;

/**
 * Hears of the history events of executions, in the order of their ids. Called on the thread that drives the execution, so it
 * should be quick; what it throws is logged and changes nothing. Events are built for it alone: without one, nothing is.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface HistoryListener {
    /**
     * An event was written.
     *
     * @param executionArn of the execution, or of the child execution of a distributed Map
     */
    void event(String executionArn, HistoryEvent event);
}
