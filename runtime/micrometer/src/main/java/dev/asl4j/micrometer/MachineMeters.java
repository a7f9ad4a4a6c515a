package dev.asl4j.micrometer;

import dev.asl4j.runtime.spi.ExecutionEnd;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;

/** The meters of one state machine, all there from its first execution on: a failure that never was is a zero. */
final class MachineMeters {
    private final Counter started;
    private final Counter redriven;
    private final Counter parked;
    private final Timer time;
    private final Timer commitTime;
    private final Map<ExecutionEnd.Status, Counter> ended = new EnumMap<>(ExecutionEnd.Status.class);
    private final Map<ExecutionEnd.Status, Counter> redrivenEnded = new EnumMap<>(ExecutionEnd.Status.class);

    MachineMeters(MeterRegistry registry, String machine) {
        Tags tags = Tags.of(MetricNames.STATE_MACHINE, machine);
        started = counter(registry, MetricNames.EXECUTIONS_STARTED, "Started executions", tags);
        redriven = counter(registry, MetricNames.EXECUTIONS_REDRIVEN, "Redriven executions", tags);
        parked = counter(registry, MetricNames.PARKED, "Executions for whose definition there is no class", tags);
        time = Timer.builder(MetricNames.EXECUTION_TIME)
                .description("From the start of an execution to its end")
                .tags(tags)
                .register(registry);
        commitTime = Timer.builder(MetricNames.COMMIT_TIME)
                .description("Until the store has made a turn of an execution durable")
                .tags(tags)
                .register(registry);
        for (ExecutionEnd.Status status : ExecutionEnd.Status.values()) {
            ended.put(status, counter(registry, MetricNames.ended(status), "Executions that ended so", tags));
            redrivenEnded.put(
                    status,
                    counter(registry, MetricNames.redrivenEnded(status), "Redriven executions that ended so", tags));
        }
    }

    Counter started() {
        return started;
    }

    Counter redriven() {
        return redriven;
    }

    Counter parked() {
        return parked;
    }

    Timer commitTime() {
        return commitTime;
    }

    void ended(ExecutionEnd end) {
        count(ended, end.status());
        time.record(end.duration());
        if (end.redriven() != null) {
            count(redrivenEnded, end.status());
        }
    }

    private static void count(Map<ExecutionEnd.Status, Counter> counters, ExecutionEnd.Status status) {
        Counter counter = counters.get(status);
        if (counter != null) {
            counter.increment();
        }
    }

    static Counter counter(MeterRegistry registry, String name, String description, Tags tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
