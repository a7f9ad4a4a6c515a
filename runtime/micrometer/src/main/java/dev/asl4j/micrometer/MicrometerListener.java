package dev.asl4j.micrometer;

import dev.asl4j.runtime.spi.EngineGauges;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.LifecycleListener;
import dev.asl4j.runtime.spi.MapRunEnd;
import dev.asl4j.runtime.spi.TaskEnd;
import dev.asl4j.runtime.spi.TaskInfo;
import dev.asl4j.runtime.spi.TurnInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Counts and times executions, tasks and Map Runs under AWS's names: {@code ExecutionsFailed} is {@code states.executions.failed}.
 *
 * <pre>{@code
 * Engine engine = Engine.builder().lifecycle(MicrometerListener.of(registry)).register(workflow).build();
 * }</pre>
 *
 * <p>Tags are the name of the state machine and, of tasks, the {@code Resource}: there are as many of them as the definitions have, so
 * nothing grows with the number of executions. Engines may share a listener.
 *
 * @since 0.1.0
 */
public final class MicrometerListener implements LifecycleListener {
    private final MeterRegistry registry;
    private final Map<String, MachineMeters> machines = new ConcurrentHashMap<>();
    private final Map<TaskMeters.Key, TaskMeters> tasks = new ConcurrentHashMap<>();
    private final Set<EngineGauges> engines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger openMapRuns = new AtomicInteger();
    private final Counter newsLost;

    private MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
        newsLost = MachineMeters.counter(
                registry, MetricNames.NEWS_LOST, "What this listener was too slow to be told", Tags.empty());
        Gauge.builder(MetricNames.HELD, engines, all -> sum(all, EngineGauges::executionsHeld))
                .description("Executions in memory")
                .register(registry);
        Gauge.builder(
                        MetricNames.OPEN_EXECUTIONS,
                        engines,
                        all -> largest(all, engine -> number(engine.openExecutions())))
                .description("Executions of the store that are open")
                .register(registry);
        Gauge.builder(
                        MetricNames.OPEN_EXECUTION_LIMIT,
                        engines,
                        all -> largest(all, engine -> number(engine.openExecutionLimit())))
                .description("Executions that may be open, if there is a limit")
                .register(registry);
        Gauge.builder(MetricNames.NEWS_WAITING, engines, all -> sum(all, EngineGauges::newsWaiting))
                .description("What waits to be told to this listener")
                .register(registry);
        Gauge.builder(MetricNames.OPEN_MAP_RUNS, openMapRuns, count -> Math.max(0, count.get()))
                .description("Map Runs that were started here and have not ended")
                .register(registry);
    }

    /** A listener that counts into a registry. */
    public static MicrometerListener of(MeterRegistry registry) {
        return new MicrometerListener(registry);
    }

    @Override
    public void engineStarted(EngineGauges gauges) {
        engines.add(gauges);
    }

    @Override
    public void engineStopped(EngineGauges gauges) {
        engines.remove(gauges);
    }

    @Override
    public void executionStarted(ExecutionInfo execution) {
        meters(execution).started().increment();
    }

    @Override
    public void executionEnded(ExecutionInfo execution, ExecutionEnd end) {
        meters(execution).ended(end);
    }

    @Override
    public void executionRedriven(ExecutionInfo execution, int redriveCount) {
        meters(execution).redriven().increment();
    }

    @Override
    public void executionParked(ExecutionInfo execution, String reason) {
        meters(execution).parked().increment();
    }

    @Override
    public void taskScheduled(ExecutionInfo execution, TaskInfo task) {
        meters(execution, task).scheduled().increment();
    }

    @Override
    public void taskStarted(ExecutionInfo execution, TaskInfo task, Duration scheduleTime) {
        meters(execution, task).started().increment();
    }

    @Override
    public void taskEnded(ExecutionInfo execution, TaskInfo task, TaskEnd end) {
        meters(execution, task).ended(end);
    }

    @Override
    public void mapRunStarted(ExecutionInfo execution, String mapRunArn) {
        openMapRuns.incrementAndGet();
        MachineMeters.counter(registry, MetricNames.MAP_RUNS_STARTED, "Started Map Runs", machine(execution))
                .increment();
    }

    @Override
    public void mapRunRedriven(ExecutionInfo execution, String mapRunArn, int redriveCount) {
        openMapRuns.incrementAndGet();
        MachineMeters.counter(registry, MetricNames.MAP_RUNS_REDRIVEN, "Redriven Map Runs", machine(execution))
                .increment();
    }

    @Override
    public void mapRunEnded(ExecutionInfo execution, String mapRunArn, MapRunEnd end) {
        openMapRuns.updateAndGet(open -> Math.max(0, open - 1)); // it may have been started by another process
        Tags tags = machine(execution).and(MetricNames.STATUS, MetricNames.status(end));
        MachineMeters.counter(registry, MetricNames.MAP_RUNS_ENDED, "Ended Map Runs", tags)
                .increment();
    }

    @Override
    public void turnCommitted(ExecutionInfo execution, TurnInfo turn) {
        meters(execution).commitTime().record(turn.commitTime());
    }

    @Override
    public void newsLost(long count) {
        newsLost.increment((double) count);
    }

    private MachineMeters meters(ExecutionInfo execution) {
        return machines.computeIfAbsent(execution.machine(), machine -> new MachineMeters(registry, machine));
    }

    private TaskMeters meters(ExecutionInfo execution, TaskInfo task) {
        var key = new TaskMeters.Key(execution.machine(), task.kind(), task.resource());
        return tasks.computeIfAbsent(key, added -> new TaskMeters(registry, added));
    }

    private static Tags machine(ExecutionInfo execution) {
        return Tags.of(MetricNames.STATE_MACHINE, execution.machine());
    }

    private static double sum(Set<EngineGauges> engines, ToIntFunction<EngineGauges> gauge) {
        return engines.stream().mapToInt(gauge).sum();
    }

    /** Engines that share a store have the same number; not a number as long as none is known. */
    private static double largest(Set<EngineGauges> engines, ToDoubleFunction<EngineGauges> gauge) {
        return engines.stream()
                .mapToDouble(gauge)
                .filter(number -> !Double.isNaN(number))
                .max()
                .orElse(Double.NaN);
    }

    private static double number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : Double.NaN;
    }

    private static double number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : Double.NaN;
    }

    /** Shows no data. */
    @Override
    public String toString() {
        return "MicrometerListener[" + machines.keySet() + "]";
    }
}
