package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.spi.EngineGauges;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/** How an engine stands, for those who listen to it. */
final class Gauges implements EngineGauges {
    private final IntSupplier held;
    private final OpenExecutions open;
    private final OptionalInt limit;
    private volatile IntSupplier news = () -> 0;

    /**
     * Of an engine.
     *
     * @param held how many executions it has in memory
     * @param limit how many may be open
     */
    Gauges(IntSupplier held, OpenExecutions open, OptionalInt limit) {
        this.held = held;
        this.open = open;
        this.limit = limit;
    }

    void news(IntSupplier waiting) {
        news = waiting;
    }

    @Override
    public int executionsHeld() {
        return held.getAsInt();
    }

    @Override
    public int newsWaiting() {
        return news.getAsInt();
    }

    @Override
    public OptionalLong openExecutions() {
        return open.count();
    }

    @Override
    public OptionalInt openExecutionLimit() {
        return limit;
    }
}
