package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.spi.Limits;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Head;
import dev.asl4j.runtime.store.StoredExecution.Parent;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.store.Turn;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be asked and told over a store, without an engine. */
final class ExecutionAdminTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final StoreSession session = store.join(new Deaf());
    private final ExecutionAdmin admin = ExecutionAdmin.of(store)
            .account("123456789012")
            .region("eu-north-1")
            .environment(time);

    @Test
    void pagesGiveEachExecutionOnceNewestFirst() {
        IntStream.range(0, 25).forEach(i -> put("order-" + i, Status.FAILED, START.plusSeconds(i / 3)));
        List<String> whole = names(ExecutionFilter.all().maxResults(1_000));
        assertThat(whole).hasSize(25).startsWith("order-24", "order-23").endsWith("order-1", "order-0");
        for (int size : new int[] {1, 4, 5, 24, 25, 26}) {
            assertThat(names(ExecutionFilter.all().maxResults(size))).isEqualTo(whole);
        }
        assertThat(admin.list(ExecutionFilter.all().maxResults(25)).nextToken()).isNull();
        assertThat(admin.list(ExecutionFilter.all().maxResults(24)).nextToken()).isNotNull();
    }

    @Test
    void whatStartsBetweenTwoPagesChangesNothingBehindThem() {
        IntStream.range(0, 10).forEach(i -> put("order-" + i, Status.FAILED, START.plusSeconds(i)));
        Page<ExecutionSummary> first = admin.list(ExecutionFilter.all().maxResults(4));
        put("late", Status.RUNNING, START.plusSeconds(100));
        List<ExecutionSummary> rest = new ArrayList<>();
        Page<ExecutionSummary> page = first;
        while (page.nextToken() != null) {
            page = admin.list(ExecutionFilter.all().maxResults(4).nextToken(page.nextToken()));
            rest.addAll(page.items());
        }
        assertThat(rest)
                .extracting(ExecutionSummary::name)
                .containsExactly("order-5", "order-4", "order-3", "order-2", "order-1", "order-0");
    }

    @Test
    void filtersAreJoined() {
        put("order-1", Status.FAILED, START);
        put("order-2", Status.SUCCEEDED, START.plusSeconds(1));
        put("order-3", Status.FAILED, START.plusSeconds(2));
        put("other", Status.FAILED, START.plusSeconds(3));
        ExecutionFilter filter = ExecutionFilter.all()
                .namePrefix("order-")
                .status(ExecutionStatus.FAILED)
                .workflow("machine");
        assertThat(names(filter)).containsExactly("order-3", "order-1");
        assertThat(names(filter.startedFrom(START.plusSeconds(2)))).containsExactly("order-3");
        assertThat(names(filter.startedBefore(START.plusSeconds(2)))).containsExactly("order-1");
        assertThat(names(filter.workflow("elsewhere"))).isEmpty();
        assertThat(names(ExecutionFilter.all().parked(true))).isEmpty();
    }

    @Test
    void childrenOfAMapRunByTheirPosition() {
        for (int i = 0; i < 7; i++) {
            Parent parent = new Parent(99, 3, "arn:of:the:map:run", i, 1);
            put("child-" + i, i % 2 == 0 ? Status.FAILED : Status.SUCCEEDED, START, parent, 1);
        }
        ExecutionFilter children = ExecutionFilter.all().mapRunArn("arn:of:the:map:run");
        assertThat(names(children.maxResults(2)))
                .containsExactly("child-0", "child-1", "child-2", "child-3", "child-4", "child-5", "child-6");
        assertThat(names(children.maxResults(3).status(ExecutionStatus.SUCCEEDED)))
                .containsExactly("child-1", "child-3", "child-5");
        assertThat(names(ExecutionFilter.all())).isEmpty();
    }

    @Test
    void historyInPagesForwardsAndBackwards() {
        put("order", Status.FAILED, START, null, 250);
        List<HistoryEvent> whole = admin.history("machine", "order");
        assertThat(whole)
                .extracting(HistoryEvent::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 250).boxed().toList());
        assertThat(events(HistoryQuery.all())).isEqualTo(whole);
        assertThat(events(HistoryQuery.all().maxResults(7))).isEqualTo(whole);
        List<HistoryEvent> reversed = new ArrayList<>(whole);
        Collections.reverse(reversed);
        assertThat(events(HistoryQuery.all().reverseOrder(true).maxResults(9))).isEqualTo(reversed);
        assertThat(admin.history("machine", "order", HistoryQuery.all().maxResults(250))
                        .nextToken())
                .isNull();
    }

    @Test
    void historyWithoutDataKeepsTheRest() {
        put("order", Status.FAILED, START, null, 1);
        assertThat(admin.history("machine", "order", HistoryQuery.all())
                        .items()
                        .get(0)
                        .details())
                .isEqualTo(json(details(1)));
        assertThat(admin.history("machine", "order", HistoryQuery.all().includeExecutionData(false))
                        .items())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.details()).isEqualTo(json("{'name': 'State1', 'parameters': 'p'}"));
                    assertThat(event.id()).isEqualTo(1);
                    assertThat(event.type()).isEqualTo(HistoryEventType.PASS_STATE_ENTERED);
                });
    }

    @Test
    void tokensAreForOneQueryOfOneExecution() {
        put("one", Status.FAILED, START, null, 5);
        put("two", Status.FAILED, START, null, 5);
        HistoryQuery query = HistoryQuery.all().maxResults(2);
        String token = admin.history("machine", "one", query).nextToken();
        assertThat(admin.history("machine", "one", query.maxResults(1).nextToken(token))
                        .items())
                .extracting(HistoryEvent::id)
                .containsExactly(3L);
        for (HistoryQuery other : List.of(query.reverseOrder(true), query.includeExecutionData(false))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> admin.history("machine", "one", other.nextToken(token)));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> admin.history("machine", "two", query.nextToken(token)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> admin.list(ExecutionFilter.all().nextToken(token)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> admin.list(ExecutionFilter.all().nextToken("garbage")))
                .withMessageContaining("nextToken");
    }

    @Test
    void aHistoryThatWasNotRecordedIsNoEmptyOne() {
        put("order", Status.FAILED, START, null, 0);
        assertThatIllegalStateException().isThrownBy(() -> admin.history("machine", "order"));
    }

    @Test
    void descriptions() {
        put("order", Status.RUNNING, START);
        ExecutionDescription description = admin.describe("machine", "order").orElseThrow();
        assertThat(description.id()).isEqualTo("arn:aws:states:eu-north-1:123456789012:execution:machine:order");
        assertThat(description.currentStates()).singleElement().satisfies(state -> {
            assertThat(state.name()).isEqualTo("Charge");
            assertThat(state.input()).isEqualTo(json("{'frame': 1}"));
        });
        assertThat(admin.describe("machine", "order", IncludedData.METADATA_ONLY))
                .contains(description.withoutData());
        assertThat(admin.describe("machine", "nobody")).isEmpty();
        assertThat(admin).hasToString("ExecutionAdmin");
    }

    @Test
    void aStopAndARedriveAreInTheMailbox() {
        long running = put("running", Status.RUNNING, START);
        admin.stop("machine", "running", "Enough", "of it");
        assertThat(store.messages(running)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(StoredMessage.Kind.STOP);
            assertThat(message.body().error()).isEqualTo("Enough");
            assertThat(message.body().cause()).isEqualTo("of it");
        });
        long failed = put("failed", Status.FAILED, START);
        admin.stop("machine", "failed", null, null);
        admin.redrive("machine", "failed");
        assertThat(store.messages(failed))
                .singleElement()
                .satisfies(message -> assertThat(message.kind()).isEqualTo(StoredMessage.Kind.REDRIVE));
    }

    @Test
    void whatCannotBeRedrivenIsRefused() {
        put("running", Status.RUNNING, START);
        put("failed", Status.FAILED, START);
        assertThatThrownBy(() -> admin.redrive("machine", "running"))
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessageContaining("Execution is RUNNING and cannot be redriven");
        time.advance(Duration.ofDays(15));
        assertThatThrownBy(() -> admin.redrive("machine", "failed"))
                .isInstanceOf(ExecutionNotRedrivableException.class)
                .hasMessageContaining("Execution redrivable period exceeded");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> admin.redrive("machine", "nobody"))
                .withMessage(
                        "Execution Does Not Exist: 'arn:aws:states:eu-north-1:123456789012:execution:machine:nobody'");
    }

    @Test
    void aLongHistoryIsNoReasonUnlessThereIsALimit() {
        long failed = put("failed", Status.FAILED, START, null, 24_999);
        assertThatThrownBy(() -> admin.limits(Limits.AWS).redrive("machine", "failed"))
                .hasMessageContaining("Execution history event limit exceeded");
        assertThat(admin.limits(Limits.AWS)
                        .describe("machine", "failed")
                        .orElseThrow()
                        .redriveStatus())
                .isEqualTo(RedriveStatus.NOT_REDRIVABLE);
        assertThat(admin.describe("machine", "failed").orElseThrow().redriveStatus())
                .isEqualTo(RedriveStatus.REDRIVABLE);
        admin.redrive("machine", "failed");
        assertThat(store.messages(failed)).hasSize(1);
    }

    private List<String> names(ExecutionFilter filter) {
        return Page.all(token -> admin.list(filter.nextToken(token)))
                .map(ExecutionSummary::name)
                .toList();
    }

    private List<HistoryEvent> events(HistoryQuery query) {
        return Page.all(token -> admin.history("machine", "order", query.nextToken(token)))
                .toList();
    }

    private long put(String name, Status status, Instant start) {
        return put(name, status, start, null, 1);
    }

    private long put(String name, Status status, Instant start, @Nullable Parent parent, int events) {
        StoredExecution model = Stored.execution().status(status).build();
        Head head = model.head();
        Progress progress = model.progress();
        long key = session.newKey();
        session.commit(
                new Turn(
                        key,
                        new Head(head.machine(), name, head.type(), head.serial(), head.input(), start, parent),
                        new Progress(
                                progress.fingerprint(),
                                status,
                                progress.output(),
                                progress.error(),
                                progress.cause(),
                                progress.stop(),
                                Math.max(1, events),
                                1,
                                null,
                                0,
                                null,
                                false,
                                null),
                        status == Status.RUNNING,
                        null,
                        List.of(Stored.frame(1, 0, 0, "Charge", StoredFrame.Phase.TASK)),
                        List.of(),
                        IntStream.rangeClosed(1, events)
                                .mapToObj(ExecutionAdminTest::event)
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of()),
                committed -> assertThat(committed).isEqualTo(StoreSession.Committed.DONE));
        return key;
    }

    private static HistoryEvent event(int id) {
        return new HistoryEvent(
                id, id - 1, START.plusSeconds(id), HistoryEventType.PASS_STATE_ENTERED, json(details(id)));
    }

    private static String details(int id) {
        return "{'name': 'State" + id + "', 'input': '{}', 'inputDetails': {'truncated': false}, 'output': '1',"
                + " 'outputDetails': {'truncated': false}, 'parameters': 'p'}";
    }

    /** An engine that only puts executions into the store. */
    private static final class Deaf implements StoreClient {
        @Override
        public void received(long key, StoredMessage message) {}

        @Override
        public void due() {}

        @Override
        public void ended(long key) {}

        @Override
        public void lost() {}
    }
}
