package dev.asl4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.spi.EngineGauges;
import dev.asl4j.runtime.spi.ExecutionEnd;
import dev.asl4j.runtime.spi.ExecutionInfo;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.spi.MapRunEnd;
import dev.asl4j.runtime.spi.TaskEnd;
import dev.asl4j.runtime.spi.TaskInfo;
import dev.asl4j.runtime.spi.TurnInfo;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is told becomes meters with AWS's names, as many as the definitions have parts. */
final class MicrometerListenerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CHARGE = "arn:aws:lambda:us-east-1:000000000000:function:charge";
    private static final String APPROVE = "arn:aws:states:us-east-1:000000000000:activity:approve";
    private static final String SEND = "arn:aws:states:::sqs:sendMessage";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = MicrometerListener.of(registry);

    @Test
    void countsEachWayToEnd() {
        listener.executionStarted(execution(1));
        listener.executionEnded(execution(1), end(ExecutionEnd.Status.TIMED_OUT, null));
        listener.executionRedriven(execution(1), 1);
        listener.executionEnded(execution(1), end(ExecutionEnd.Status.SUCCEEDED, START.plusSeconds(2)));

        assertThat(count("states.executions.started")).isEqualTo(1);
        assertThat(count("states.executions.timed.out")).isEqualTo(1);
        assertThat(count("states.executions.redriven")).isEqualTo(1);
        assertThat(count("states.executions.succeeded")).isEqualTo(1);
        assertThat(count("states.redriven.executions.succeeded")).isEqualTo(1);
        assertThat(count("states.redriven.executions.timed.out")).isZero();
        assertThat(count("states.executions.failed")).isZero();
        assertThat(count("states.executions.aborted")).isZero();
        assertThat(registry.get("states.execution.time").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(10);
    }

    @Test
    void tellsKindsOfTasksApart() {
        for (TaskInfo task : new TaskInfo[] {
            task(TaskInfo.Kind.LAMBDA_FUNCTION, CHARGE),
            task(TaskInfo.Kind.ACTIVITY, APPROVE),
            task(TaskInfo.Kind.SERVICE_INTEGRATION, SEND)
        }) {
            listener.taskScheduled(execution(1), task);
            listener.taskStarted(execution(1), task, Duration.ofSeconds(1));
            for (TaskEnd.Status status : TaskEnd.Status.values()) {
                listener.taskEnded(
                        execution(1), task, new TaskEnd(status, "Any", Duration.ofSeconds(1), Duration.ofSeconds(2)));
            }
        }

        assertThat(described()).isEqualTo("""
                        states.activities.failed {resource=%1$s, state.machine=order} 1
                        states.activities.heartbeat.timed.out {resource=%1$s, state.machine=order} 1
                        states.activities.scheduled {resource=%1$s, state.machine=order} 1
                        states.activities.started {resource=%1$s, state.machine=order} 1
                        states.activities.succeeded {resource=%1$s, state.machine=order} 1
                        states.activities.timed.out {resource=%1$s, state.machine=order} 1
                        states.activity.run.time {resource=%1$s, state.machine=order} 4 times 8 s
                        states.activity.schedule.time {resource=%1$s, state.machine=order} 4 times 4 s
                        states.activity.time {resource=%1$s, state.machine=order} 4 times 12 s
                        states.lambda.function.run.time {resource=%2$s, state.machine=order} 4 times 8 s
                        states.lambda.function.schedule.time {resource=%2$s, state.machine=order} 4 times 4 s
                        states.lambda.function.time {resource=%2$s, state.machine=order} 4 times 12 s
                        states.lambda.functions.failed {resource=%2$s, state.machine=order} 1
                        states.lambda.functions.scheduled {resource=%2$s, state.machine=order} 1
                        states.lambda.functions.started {resource=%2$s, state.machine=order} 1
                        states.lambda.functions.succeeded {resource=%2$s, state.machine=order} 1
                        states.lambda.functions.timed.out {resource=%2$s, state.machine=order} 2
                        states.service.integration.run.time {resource=%3$s, state.machine=order} 4 times 8 s
                        states.service.integration.schedule.time {resource=%3$s, state.machine=order} 4 times 4 s
                        states.service.integration.time {resource=%3$s, state.machine=order} 4 times 12 s
                        states.service.integrations.failed {resource=%3$s, state.machine=order} 1
                        states.service.integrations.scheduled {resource=%3$s, state.machine=order} 1
                        states.service.integrations.started {resource=%3$s, state.machine=order} 1
                        states.service.integrations.succeeded {resource=%3$s, state.machine=order} 1
                        states.service.integrations.timed.out {resource=%3$s, state.machine=order} 2
                        """.formatted(APPROVE, CHARGE, SEND));
    }

    @Test
    void hasNoMoreMetersAfterAThousandExecutions() {
        listener.executionStarted(execution(0));
        listener.executionEnded(execution(0), end(ExecutionEnd.Status.FAILED, null));
        int meters = registry.getMeters().size();
        for (int i = 1; i < 1000; i++) {
            listener.executionStarted(execution(i));
            listener.executionEnded(execution(i), end(ExecutionEnd.Status.FAILED, null));
        }
        assertThat(registry.getMeters()).hasSize(meters);
        assertThat(count("states.executions.failed")).isEqualTo(1000);
    }

    @Test
    void sumsTheGaugesOfEnginesThatShareIt() {
        EngineGauges first = gauges(3);
        EngineGauges second = gauges(4);
        listener.engineStarted(first);
        listener.engineStarted(second);
        assertThat(registry.get("asl4j.executions.held").gauge().value()).isEqualTo(7);
        listener.engineStopped(first);
        assertThat(registry.get("asl4j.executions.held").gauge().value()).isEqualTo(4);
        assertThat(registry.get("asl4j.news.waiting").gauge().value()).isEqualTo(8);
    }

    @Test
    void enginesThatShareItMayShareAStoreAsWell() {
        assertThat(registry.get("states.open.execution.count").gauge().value()).isNaN();
        listener.engineStarted(gauges(3));
        listener.engineStarted(gauges(0));
        assertThat(registry.get("states.open.execution.count").gauge().value()).isEqualTo(30);
        assertThat(registry.get("states.open.execution.limit").gauge().value()).isEqualTo(300);
    }

    @Test
    void countsMapRunsCommitsAndWhatItMissed() {
        listener.mapRunStarted(execution(1), "first");
        listener.mapRunStarted(execution(1), "second");
        listener.mapRunEnded(execution(1), "second", MapRunEnd.FAILED);
        listener.mapRunRedriven(execution(1), "second", 1);
        listener.mapRunEnded(execution(1), "second", MapRunEnd.ABORTED);
        listener.turnCommitted(execution(1), new TurnInfo(1, 5, Duration.ofMillis(3)));
        listener.executionParked(execution(1), "no class");
        listener.newsLost(17);

        assertThat(registry.get("states.approximate.open.map.run.count").gauge().value())
                .isEqualTo(1);
        assertThat(count("asl4j.map.runs.started")).isEqualTo(2);
        assertThat(registry.get("asl4j.map.runs.ended")
                        .tag("status", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("asl4j.commit.time").timer().count()).isEqualTo(1);
        assertThat(count("asl4j.executions.parked")).isEqualTo(1);
        assertThat(count("asl4j.news.lost")).isEqualTo(17);
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }

    /** The meters of tasks, a line each. */
    private String described() {
        StringBuilder text = new StringBuilder();
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getTag("resource") != null)
                .map(MicrometerListenerTest::described)
                .sorted()
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String described(Meter meter) {
        String id = meter.getId().getName() + " {resource=" + meter.getId().getTag("resource") + ", state.machine="
                + meter.getId().getTag("state.machine") + "} ";
        return id
                + meter.match(
                        gauge -> "",
                        counter -> String.valueOf((int) counter.count()),
                        timer -> timer.count() + " times " + (int) timer.totalTime(TimeUnit.SECONDS) + " s",
                        summary -> "",
                        longTask -> "",
                        timeGauge -> "",
                        functionCounter -> "",
                        functionTimer -> "",
                        other -> "");
    }

    private static ExecutionInfo execution(int number) {
        return new ExecutionInfo("arn" + number, "order", "name" + number, ExecutionType.STANDARD, START);
    }

    private static ExecutionEnd end(ExecutionEnd.Status status, Instant redriven) {
        return new ExecutionEnd(status, "Any", START.plusSeconds(5), Duration.ofSeconds(5), redriven);
    }

    private static TaskInfo task(TaskInfo.Kind kind, String resource) {
        return new TaskInfo("State", kind, resource, 0, START);
    }

    private static EngineGauges gauges(int held) {
        return new EngineGauges() {
            @Override
            public int executionsHeld() {
                return held;
            }

            @Override
            public int newsWaiting() {
                return held * 2;
            }

            @Override
            public OptionalLong openExecutions() {
                return held == 0 ? OptionalLong.empty() : OptionalLong.of(held * 10L);
            }

            @Override
            public OptionalInt openExecutionLimit() {
                return held == 0 ? OptionalInt.empty() : OptionalInt.of(held * 100);
            }
        };
    }
}
