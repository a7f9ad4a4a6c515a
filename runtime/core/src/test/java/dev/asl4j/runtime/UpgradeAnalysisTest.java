package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.UpgradeReport.Group;
import dev.asl4j.runtime.UpgradeReport.Parked;
import dev.asl4j.runtime.UpgradeReport.StateCount;
import dev.asl4j.runtime.spi.Frame;
import dev.asl4j.runtime.spi.Scope;
import dev.asl4j.runtime.spi.StateMachine;
import dev.asl4j.runtime.spi.StateTable;
import dev.asl4j.runtime.spi.StateType;
import dev.asl4j.runtime.store.ExecutionStore.Census;
import dev.asl4j.runtime.store.ExecutionStore.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of executions after their class has changed. */
final class UpgradeAnalysisTest {
    /** {@code First}, then {@code Both} with a {@code Wait} in each branch. */
    private static final StateMachine CURRENT = StateMachine.of("machine", "new", 0, new Both());

    private static final Place FIRST = new Place("First", "PASS");
    private static final Place BOTH = new Place("Both", "PARALLEL");

    @Test
    void nobodyIsThere() {
        UpgradeReport report = report(List.of());
        assertThat(report.isSafe()).isTrue();
        assertThat(report).hasToString("open executions of machine: 0 safe, 0 pinned, 0 blocked");
    }

    @Test
    void theCurrentDefinitionIsSafePinnedOrNot() {
        UpgradeReport report = report(
                List.of(new Census("new", false, List.of(FIRST), 3), new Census("new", true, List.of(FIRST), 4)));
        assertThat(report.safe()).isEqualTo(new Group(7, List.of(new StateCount("First", "PASS", 7, false))));
    }

    @Test
    void anOlderOneThatIsRegisteredIsSafeOrPinned() {
        Place gone = new Place("Gone", "TASK");
        UpgradeReport report =
                report(List.of(new Census("old", false, List.of(gone), 3), new Census("old", true, List.of(gone), 4)));
        assertThat(report.safe()).isEqualTo(new Group(3, List.of(new StateCount("Gone", "TASK", 3, false))));
        assertThat(report.pinned()).isEqualTo(new Group(4, List.of(new StateCount("Gone", "TASK", 4, false))));
        assertThat(report.isSafe()).isTrue();
    }

    @Test
    void anUnknownOneIsSafeIfAllItsPlacesExistWithTheirTypes() {
        UpgradeReport report = report(List.of(
                new Census("lost", false, List.of(BOTH, new Place("Both[1]/Wait", "WAIT")), 1),
                new Census("lost", false, List.of(BOTH, new Place("Both[2]/Wait", "WAIT")), 2),
                new Census("lost", false, List.of(BOTH, new Place("Both[0]/Wait", "TASK")), 3),
                new Census("lost", true, List.of(FIRST), 4)));
        assertThat(report.safe())
                .isEqualTo(new Group(
                        1,
                        List.of(
                                new StateCount("Both", "PARALLEL", 1, false),
                                new StateCount("Both[1]/Wait", "WAIT", 1, false))));
        assertThat(report.blocked())
                .isEqualTo(new Group(
                        9,
                        List.of(
                                new StateCount("Both", "PARALLEL", 5, false),
                                new StateCount("Both[0]/Wait", "TASK", 3, true),
                                new StateCount("Both[2]/Wait", "WAIT", 2, true),
                                new StateCount("First", "PASS", 4, false))));
        assertThat(report.isSafe()).isFalse();
    }

    @Test
    void theTextIsReadable() {
        UpgradeReport report = new UpgradeAnalysis(CURRENT, Set.of("new"))
                .report(
                        List.of(
                                new Census("new", false, List.of(FIRST), 2),
                                new Census("lost", false, List.of(new Place("Gone", "TASK")), 1)),
                        List.of(new Parked("arn", "order-42", "no Task state Gone in fingerprint new")));
        assertThat(report).hasToString("""
                        open executions of machine: 2 safe, 0 pinned, 1 blocked
                          safe: 2 at First (PASS)
                          blocked: 1 at Gone (TASK), which is missing
                          parked: order-42: no Task state Gone in fingerprint new""");
    }

    private static UpgradeReport report(List<Census> census) {
        return new UpgradeAnalysis(CURRENT, Set.of("new", "old")).report(census, List.of());
    }

    private static final class Both extends Scope {
        Both() {
            super(
                    StateTable.builder()
                            .state(StateType.PASS, "First")
                            .state(StateType.PARALLEL, "Both")
                            .build(),
                    0,
                    false);
        }

        @Override
        public List<Scope> inner(int state) {
            Scope branch = States.states().pause("Wait", 1, END).scope();
            return state == 1 ? List.of(branch, branch) : List.of();
        }

        @Override
        public void enter(Frame frame) {}

        @Override
        public void resume(Frame frame, JsonNode result) {}
    }
}
