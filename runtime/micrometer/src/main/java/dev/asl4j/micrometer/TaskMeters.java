package dev.asl4j.micrometer;

import dev.asl4j.runtime.spi.TaskEnd;
import dev.asl4j.runtime.spi.TaskInfo;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** The meters of one resource that a state machine calls. */
final class TaskMeters {
    private final Counter scheduled;
    private final Counter started;
    private final Counter succeeded;
    private final Counter failed;
    private final Counter timedOut;
    private final Counter heartbeatTimedOut;
    private final Timer scheduleTime;
    private final Timer runTime;
    private final Timer time;

    TaskMeters(MeterRegistry registry, Key key) {
        TaskInfo.Kind kind = key.kind();
        Tags tags = Tags.of(MetricNames.STATE_MACHINE, key.machine(), MetricNames.RESOURCE, key.resource());
        scheduled = counter(registry, kind, "scheduled", tags);
        started = counter(registry, kind, "started", tags);
        succeeded = counter(registry, kind, "succeeded", tags);
        failed = counter(registry, kind, "failed", tags);
        timedOut = counter(registry, kind, "timed.out", tags);
        heartbeatTimedOut = switch (kind) {
            case ACTIVITY -> counter(registry, kind, "heartbeat.timed.out", tags);
            case LAMBDA_FUNCTION, SERVICE_INTEGRATION -> timedOut; // AWS has no metric for it
        };
        scheduleTime = timer(registry, kind, "schedule.time", "From when a task is scheduled until it starts", tags);
        runTime = timer(registry, kind, "run.time", "From when a task starts until it ends", tags);
        time = timer(registry, kind, "time", "From when a task is scheduled until it ends", tags);
    }

    Counter scheduled() {
        return scheduled;
    }

    Counter started() {
        return started;
    }

    void ended(TaskEnd end) {
        Counter counter = switch (end.status()) {
            case SUCCEEDED -> succeeded;
            case FAILED -> failed;
            case TIMED_OUT -> timedOut;
            case HEARTBEAT_TIMED_OUT -> heartbeatTimedOut;
        };
        counter.increment();
        scheduleTime.record(end.scheduleTime());
        runTime.record(end.runTime());
        time.record(end.time());
    }

    private static Counter counter(MeterRegistry registry, TaskInfo.Kind kind, String what, Tags tags) {
        return MachineMeters.counter(registry, MetricNames.tasks(kind, what), "Attempts of tasks, " + what, tags);
    }

    private static Timer timer(MeterRegistry registry, TaskInfo.Kind kind, String what, String description, Tags tags) {
        return Timer.builder(MetricNames.task(kind, what))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** What is counted together. */
    record Key(String machine, TaskInfo.Kind kind, String resource) {}
}
