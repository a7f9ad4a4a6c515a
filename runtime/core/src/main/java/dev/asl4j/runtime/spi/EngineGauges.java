package dev.asl4j.runtime.spi;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How an engine stands at this moment. Any thread may ask, also after the engine is closed.
 *
 * @since 0.1.0
 */
public interface EngineGauges {
    /** So many executions are in its memory: those that run or wait shortly, not those that the store keeps until they are due. */
    int executionsHeld();

    /**
     * So many executions of its store are open, without children of Map Runs, whichever engines have them: as of the last time when this
     * was asked, or a minute before; the store is counted then, without holding up who asks. Empty as long as it has not answered.
     */
    OptionalLong openExecutions();

    /** So many executions may be open; empty if there is no limit, as with a store that was given to the engine. */
    OptionalInt openExecutionLimit();

    /** So many calls of the listener wait, see {@link LifecycleListener}. */
    int newsWaiting();
}
