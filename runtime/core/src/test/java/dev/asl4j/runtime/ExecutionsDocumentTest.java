package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.spi.HistoryEventType;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of {@code docs/executions.md}: they are here, so they compile, and do what the page says. */
@Timeout(30)
final class ExecutionsDocumentTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "executions.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "dev", "asl4j", "runtime", "ExecutionsDocumentTest.java");

    /** Sections whose examples need more than this module. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?ms)^## (?:Stores|Crash safety and at-least-once)$.*?(?=^## |\\z)");

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final Instant yesterday = START.minusSeconds(86_400);
    private final JsonNode order = json("{'id': 42}");
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final Workflow<JsonNode, JsonNode> workflow =
            states().pause("Rest", 60, END).workflow();

    @Test
    void everyExampleIsHere() throws IOException {
        String own = plain(Files.readString(THIS));
        List<String> examples = EXAMPLE.matcher(
                        ELSEWHERE.matcher(Files.readString(PAGE)).replaceAll(""))
                .results()
                .map(match -> plain(match.group(1)))
                .toList();
        assertThat(examples)
                .hasSizeGreaterThan(7)
                .allSatisfy(example -> assertThat(own).contains(example));
    }

    @Test
    void starting() throws Exception {
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = engine.start(workflow, "order-42", order);
            JsonNode receipt = engine.run(workflow, "order-43", order);
            CompletableFuture<Execution<JsonNode>> started = engine.startAsync(workflow, "order-44", order);

            assertThat(execution.name()).isEqualTo("order-42");
            assertThat(receipt).isEqualTo(order);
            assertThat(started.join().result().join()).isEqualTo(order);
        }
    }

    @Test
    void tracking() {
        try (Engine engine = engine()) {
            time.pause();
            Execution<JsonNode> execution = engine.start(workflow, "order-42", order);
            time.awaitIdle();
            ExecutionDescription description = execution.describe();
            description.status();
            description.currentStates();
            description.output();

            assertThat(description.currentStates()).hasSize(1);
            execution.stop(null, null);
            engine.start(workflow, "order-43", order).stop(null, null);

            ExecutionFilter failed = ExecutionFilter.all().workflow(workflow).status(ExecutionStatus.FAILED);
            Page<ExecutionSummary> page =
                    engine.list(failed.startedFrom(yesterday).maxResults(50));
            List<String> names = Page.all(token -> engine.list(failed.nextToken(token)))
                    .map(ExecutionSummary::name)
                    .toList();

            assertThat(page.items()).isEmpty();
            assertThat(names).isEmpty();
            assertThat(engine.list(failed.status(ExecutionStatus.ABORTED)).items())
                    .extracting(ExecutionSummary::name)
                    .containsExactly("order-43", "order-42");

            List<HistoryEvent> events = execution.history();
            HistoryQuery latest = HistoryQuery.all().reverseOrder(true).maxResults(10);
            Page<HistoryEvent> last = execution.history(latest.includeExecutionData(false));

            assertThat(events).first().returns(HistoryEventType.EXECUTION_STARTED, HistoryEvent::type);
            assertThat(last.items()).first().returns(HistoryEventType.EXECUTION_ABORTED, HistoryEvent::type);
        }
    }

    @Test
    void managing() {
        try (Engine engine = engine()) {
            time.pause();
            Execution<JsonNode> execution = engine.start(workflow, "order-42", order);
            execution.stop("Cancelled", "the customer changed her mind");
            execution.redrive();
            engine.mapRuns(execution);

            time.resume();
            assertThat(execution.result().join()).isEqualTo(order);
            assertThat(execution.describe().redriveCount()).isEqualTo(1);
        }
    }

    @Test
    void activities() {
        Workflow<JsonNode, JsonNode> workflow = states().task(
                        "Pick",
                        States.task(
                                "arn:aws:states:us-east-1:000000000000:activity:pick-parcel", (input, call) -> input),
                        END)
                .workflow();
        Engine engine = Engine.builder()
                .polledActivity("pick-parcel")
                .register(workflow)
                .build();
        try (engine) {
            Execution<JsonNode> execution = engine.start(workflow, "order-42", order);

            Optional<ActivityTask> polled = engine.pollActivity("pick-parcel", "worker-7");
            polled.ifPresent(task -> engine.sendTaskSuccess(task.token(), pick(task.input())));

            assertThat(execution.result().join()).isEqualTo(json("{'picked': {'id': 42}}"));
        }
    }

    private static JsonNode pick(JsonNode parcel) {
        return Json.object().set("picked", parcel).build();
    }

    @Test
    void upgrades() {
        try (Engine engine = engine()) {
            engine.start(workflow, "order-42", order);
            UpgradeReport report = engine.upgradeReport(workflow);
            if (!report.isSafe()) {
                System.out.println(report);
            }

            assertThat(report.isSafe()).isTrue();
        }
    }

    @Test
    void olderClasses() {
        Workflow<JsonNode, JsonNode> workflowOfLastMonth =
                states().pause("Rest", 30, END).workflow();
        Engine engine = Engine.builder()
                .store(store)
                .register(workflow)
                .registerPrevious(workflowOfLastMonth)
                .build();
        try (engine) {
            assertThat(engine.upgradeReport(workflow).isSafe()).isTrue();
        }
    }

    @Test
    void operating() {
        Workflow<JsonNode, JsonNode> fails =
                states().fail("Fail", "Wrong", "always").workflow();
        try (Engine engine = Engine.builder().store(store).register(fails).build()) {
            Execution<JsonNode> execution = engine.start(fails, "order-42", order);
            assertThat(execution.result()).failsWithin(Duration.ofSeconds(10));
            ExecutionFilter failed = ExecutionFilter.all().status(ExecutionStatus.FAILED);

            ExecutionAdmin admin = ExecutionAdmin.of(store);
            Page.all(token -> admin.list(failed.nextToken(token)))
                    .forEach(found -> admin.redrive(found.stateMachine(), found.name()));

            OwnThread.await(() -> execution.describe().redriveCount() == 1);
        }
    }

    private Engine engine() {
        return Engine.builder().environment(time).register(workflow).build();
    }

    /** The formatter breaks lines where it likes. */
    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }
}
