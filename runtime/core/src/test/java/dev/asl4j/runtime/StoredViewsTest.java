package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.Stored.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.runtime.ExecutionDescription.CurrentState;
import dev.asl4j.runtime.internal.Settings;
import dev.asl4j.runtime.spi.ExecutionType;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executions and frames of a store, as users see them. */
final class StoredViewsTest {
    private final StoredViews views = new StoredViews(
            ExecutionStore.inMemory(), Settings.DEFAULTS.account("123456789012").region("eu-north-1"));

    @Test
    void aDescriptionOfOneThatFailed() {
        ExecutionDescription description = describe(Stored.execution(), frame(1, 0, 0, "Charge", Phase.TASK));
        assertThat(description)
                .isEqualTo(new ExecutionDescription(
                        "arn:aws:states:eu-north-1:123456789012:execution:machine:order-42",
                        "order-42",
                        "machine",
                        ExecutionStatus.FAILED,
                        List.of(),
                        json("{'in': 1}"),
                        null,
                        "Wrong",
                        "it went wrong",
                        START,
                        START.plusSeconds(60),
                        1,
                        START.plusSeconds(30),
                        RedriveStatus.REDRIVABLE,
                        null,
                        null,
                        null));
    }

    @Test
    void aDescriptionOfOneThatIsParked() {
        ExecutionDescription description =
                describe(Stored.execution().status(Status.RUNNING), frame(1, 0, 0, "Charge", Phase.TASK));
        assertThat(description.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(description.parkedReason()).isEqualTo("no state Charge");
        assertThat(description.redriveStatus()).isEqualTo(RedriveStatus.NOT_REDRIVABLE);
        assertThat(description.redriveStatusReason()).isEqualTo("Execution is RUNNING and cannot be redriven");
        assertThat(description.stopTime()).isNull();
        assertThat(description.currentStates())
                .containsExactly(new CurrentState("Charge", json("{'frame': 1}"), START.plusSeconds(1)));
    }

    @Test
    void aTimeoutShowsNeitherErrorNorCause() {
        ExecutionDescription description = describe(Stored.execution().status(Status.TIMED_OUT));
        assertThat(description.error()).isNull();
        assertThat(description.cause()).isNull();
    }

    @Test
    void childrenOfAMapRunShowIt() {
        Stored child = Stored.execution().parent(Stored.OF_MAP_RUN);
        assertThat(describe(child).mapRunArn()).isEqualTo("arn:of:the:map:run");
        assertThat(views.summary(child.build()).mapRunArn()).isEqualTo("arn:of:the:map:run");
        assertThat(views.summary(child.build()).itemCount()).isEqualTo(5);
        assertThat(describe(Stored.execution().parent(Stored.OF_TASK)).mapRunArn())
                .isNull();
    }

    @Test
    void theArnOfAnExpressExecutionHasItsSerial() {
        assertThat(describe(Stored.execution().type(ExecutionType.EXPRESS)).id())
                .isEqualTo("arn:aws:states:eu-north-1:123456789012:express:machine:order-42:0-1-2-3-4");
    }

    @Test
    void aSummary() {
        assertThat(views.summary(Stored.execution().status(Status.SUCCEEDED).build()))
                .isEqualTo(new ExecutionSummary(
                        "arn:aws:states:eu-north-1:123456789012:execution:machine:order-42",
                        "order-42",
                        "machine",
                        ExecutionStatus.SUCCEEDED,
                        START,
                        START.plusSeconds(60),
                        1,
                        START.plusSeconds(30),
                        null,
                        null,
                        0));
    }

    @Test
    void outerStatesStandBeforeInnerOnesAndBranchesInTheirOrder() {
        List<StoredFrame> frames = List.of(
                frame(9, 1, 0, "Left", Phase.WAIT),
                frame(2, 1, 2, "Over", Phase.DONE),
                frame(4, 3, 1, "ItemB", Phase.WAIT),
                frame(8, 3, 0, "ItemA", Phase.WAIT),
                frame(3, 1, 1, "Each", Phase.CHILDREN),
                frame(1, 0, 0, "Both", Phase.CHILDREN));
        assertThat(StoredViews.currentStates(frames))
                .extracting(CurrentState::name)
                .containsExactly("Both", "Left", "Each", "ItemA", "ItemB");
    }

    @Test
    void metadataOnlyIsWithoutData() {
        ExecutionDescription shown =
                describe(Stored.execution().status(Status.RUNNING), frame(1, 0, 0, "Charge", Phase.TASK));
        ExecutionDescription bare = shown.withoutData();
        assertThat(bare.input().isMissingNode()).isTrue();
        assertThat(bare.output()).isNull();
        assertThat(bare.currentStates()).singleElement().satisfies(state -> {
            assertThat(state.name()).isEqualTo("Charge");
            assertThat(state.input().isMissingNode()).isTrue();
        });
        assertThat(bare.parkedReason()).isEqualTo(shown.parkedReason());
        assertThat(bare.startTime()).isEqualTo(shown.startTime());
    }

    private ExecutionDescription describe(Stored execution, StoredFrame... frames) {
        return views.description(execution.build(), List.of(frames), START.plusSeconds(90));
    }
}
