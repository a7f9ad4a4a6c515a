package dev.asl4j.runtime.spi;

/**
 * How an engine stands at this moment. Any thread may ask, also after the engine is closed.
 *
 * @since 0.1.0
 */
public interface EngineGauges {
    /** So many executions are in its memory: those that run or wait shortly, not those that the store keeps until they are due. */
    int executionsHeld();

    /** So many calls of the listener wait, see {@link LifecycleListener}. */
    int newsWaiting();
}
