package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.UpgradeReport.Group;
import dev.asl4j.runtime.UpgradeReport.StateCount;
import dev.asl4j.runtime.spi.DataType;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two versions of a class over the executions that the first one has started. */
@Timeout(60)
final class UpgradeReportTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();

    /** {@code Early} for an hour, {@code Late} for two. */
    private final Workflow<JsonNode, JsonNode> first = version(
            "1", states().pause("Early", 3_600, 1).pause("Late", 7_200, END).scope());

    /** Without {@code Late}. */
    private final Workflow<JsonNode, JsonNode> second =
            version("2", states().pause("Early", 3_600, 1).pass("Then", END).scope());

    @BeforeEach
    void stopTheClock() {
        time.pause();
    }

    @Test
    void theSameClassIsSafe() {
        try (Engine engine =
                Engine.builder().environment(time).store(store).register(first).build()) {
            engine.start(first, "one", json("1"));
            engine.start(first, "two", json("1"));
            time.awaitIdle();
            UpgradeReport report = engine.upgradeReport(first);
            assertThat(report.safe()).isEqualTo(group(2, new StateCount("Early", "WAIT", 2, false)));
            assertThat(report.fingerprint()).isEqualTo("1");
            assertThat(report.isSafe()).isTrue();
            assertThatIllegalArgumentException().isThrownBy(() -> engine.upgradeReport(second));
        }
    }

    @Test
    void executionsAtAStateThatIsGoneAreBlockedAndParkedUntilTheirClassIsBack() {
        startBoth(false);
        try (Engine engine =
                Engine.builder().environment(time).store(store).register(second).build()) {
            UpgradeReport report = engine.upgradeReport(second);
            assertThat(report.safe()).isEqualTo(group(1, new StateCount("Early", "WAIT", 1, false)));
            assertThat(report.blocked()).isEqualTo(group(1, new StateCount("Late", "WAIT", 1, true)));
            assertThat(report.isSafe()).isFalse();

            time.advance(Duration.ofHours(3));
            assertThat(engine.find(second, "young").orElseThrow().describe().status())
                    .isEqualTo(ExecutionStatus.SUCCEEDED);
            ExecutionDescription parked =
                    engine.find(second, "old").orElseThrow().describe();
            assertThat(parked.status()).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(parked.parkedReason()).contains("Late");
            assertThat(engine.list(ExecutionFilter.all().parked(true)).items())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.name()).isEqualTo("old");
                        assertThat(found.parkedReason()).isEqualTo(parked.parkedReason());
                    });
            report = engine.upgradeReport(second);
            assertThat(report.parked()).singleElement().satisfies(found -> {
                assertThat(found.name()).isEqualTo("old");
                assertThat(found.reason()).contains("Late");
            });
            assertThat(report.toString()).contains("1 at Late (WAIT), which is missing", "parked: old: ");
        }
        try (Engine engine = Engine.builder()
                .environment(time)
                .store(store)
                .register(second)
                .registerPrevious(first)
                .build()) {
            time.resume();
            assertThat(engine.find(second, "old").orElseThrow().result().join()).isEqualTo(json("1"));
            assertThat(engine.upgradeReport(second).isSafe()).isTrue();
        }
    }

    @Test
    void executionsThatArePinnedKeepToTheirClass() {
        startBoth(true);
        try (Engine engine =
                Engine.builder().environment(time).store(store).register(second).build()) {
            UpgradeReport report = engine.upgradeReport(second);
            assertThat(report.safe().executions()).isZero();
            assertThat(report.blocked())
                    .isEqualTo(group(
                            2, new StateCount("Early", "WAIT", 1, false), new StateCount("Late", "WAIT", 1, true)));
        }
        try (Engine engine = Engine.builder()
                .environment(time)
                .store(store)
                .register(second)
                .registerPrevious(first)
                .build()) {
            UpgradeReport report = engine.upgradeReport(second);
            assertThat(report.pinned())
                    .isEqualTo(group(
                            2, new StateCount("Early", "WAIT", 1, false), new StateCount("Late", "WAIT", 1, false)));
            time.resume();
            assertThat(engine.find(second, "young").orElseThrow().result().join())
                    .isEqualTo(json("1"));
        }
        assertThat(time.now()).isAfterOrEqualTo(START.plus(Duration.ofHours(3)));
    }

    /** {@code old} is at Late, {@code young} at Early. */
    private void startBoth(boolean pinned) {
        Engine.Builder builder = Engine.builder().environment(time).store(store).register(first);
        try (Engine engine = (pinned ? builder.pin(first) : builder).build()) {
            engine.start(first, "old", json("1"));
            time.awaitIdle();
            time.advance(Duration.ofHours(1));
            engine.start(first, "young", json("1"));
            time.awaitIdle();
        }
    }

    private static Group group(long executions, StateCount... states) {
        return new Group(executions, List.of(states));
    }

    private static Workflow<JsonNode, JsonNode> version(String fingerprint, Scope main) {
        StateMachine machine = StateMachine.of("machine", fingerprint, 0, main);
        return new Workflow<>(DataType.JSON, DataType.JSON) {
            @Override
            protected StateMachine machine() {
                return machine;
            }
        };
    }
}
