package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A redrive that a client repeats by its token happens once. */
@Timeout(60)
final class RedriveTokenTest {
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean mended;

    private final Workflow<JsonNode, JsonNode> workflow = states().task(
                    "Work",
                    task((input, call) -> {
                        calls.incrementAndGet();
                        if (!mended) {
                            throw new TaskFailedException("Bad", "it is bad");
                        }
                        return input;
                    }),
                    1)
            .pause("Rest", 60, END)
            .workflow();

    @Test
    void whateverBecameOfItSince() {
        time.pause();
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = failed(engine);
            execution.redrive("first");
            ends(execution, ExecutionStatus.FAILED);
            execution.redrive("first"); // it has failed again
            assertThat(execution.describe().redriveCount()).isEqualTo(1);
            assertThat(calls).hasValue(2);

            mended = true;
            execution.redrive("second");
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.RUNNING);
            execution.redrive("second");
            execution.redrive("first");
            assertThatThrownBy(() -> execution.redrive("third")).isInstanceOf(ExecutionNotRedrivableException.class);

            time.awaitIdle();
            time.advance(Duration.ofSeconds(60));
            ends(execution, ExecutionStatus.SUCCEEDED);
            execution.redrive("second");
            execution.redrive("first");
            assertThatThrownBy(() -> execution.redrive("third"))
                    .hasMessageContaining("Execution is SUCCEEDED and cannot be redriven");
            assertThat(execution.describe().redriveCount()).isEqualTo(2);
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void forAQuarterOfAnHour() {
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = failed(engine);
            execution.redrive("token");
            ends(execution, ExecutionStatus.FAILED);
            time.advance(Duration.ofMinutes(15).minusNanos(1));
            execution.redrive("token");
            assertThat(execution.describe().redriveCount()).isEqualTo(1);
            time.advance(Duration.ofNanos(1));
            execution.redrive("token");
            ends(execution, ExecutionStatus.FAILED);
            assertThat(execution.describe().redriveCount()).isEqualTo(2);
        }
    }

    @Test
    void forTheLastTenTokens() {
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = failed(engine);
            for (int i = 0; i <= 10; i++) {
                execution.redrive("token-" + i);
                ends(execution, ExecutionStatus.FAILED);
            }
            for (int i = 1; i <= 10; i++) {
                execution.redrive("token-" + i);
            }
            assertThat(execution.describe().redriveCount()).isEqualTo(11);
            execution.redrive("token-0");
            ends(execution, ExecutionStatus.FAILED);
            assertThat(execution.describe().redriveCount()).isEqualTo(12);
        }
    }

    @Test
    void alsoInTheNextEngineAndByTheAdministration() {
        ExecutionAdmin admin = ExecutionAdmin.of(store).environment(time);
        try (Engine first = engine()) {
            Execution<JsonNode> execution = failed(first);
            execution.redrive("token");
            ends(execution, ExecutionStatus.FAILED);
            first.shutdownNow();
        }
        try (Engine second = engine()) {
            Execution<JsonNode> found = second.find(workflow, "one").orElseThrow();
            found.redrive("token");
            assertThat(found.describe().redriveCount()).isEqualTo(1);
        }
        long key = store.find("machine", "one").orElseThrow().key();
        admin.redrive("machine", "one", "token");
        assertThat(store.messages(key)).isEmpty();
        admin.redrive("machine", "one", "another");
        admin.redrive("machine", "one", "another");
        assertThat(store.messages(key)).hasSize(1);
        mended = true;
        try (Engine third = engine()) {
            Execution<JsonNode> found = third.find(workflow, "one").orElseThrow();
            OwnThread.await(() -> found.describe().redriveCount() == 2);
            ends(found, ExecutionStatus.SUCCEEDED);
            admin.redrive("machine", "one", "another");
            assertThat(store.messages(key)).isEmpty();
        }
    }

    @Test
    void ofManyAtOnceFromTwoEnginesOneHappensAndAllSucceed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Engine one = engine();
                Engine two = engine()) {
            Execution<JsonNode> here = failed(one);
            Execution<JsonNode> there = two.find(workflow, "one").orElseThrow();
            for (int round = 1; round <= 20; round++) {
                String token = "round-" + round;
                List<Future<?>> redrives = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Execution<JsonNode> either = i % 2 == 0 ? here : there;
                    redrives.add(threads.submit(() -> either.redrive(token)));
                }
                for (Future<?> redrive : redrives) {
                    redrive.get();
                }
                ends(here, ExecutionStatus.FAILED);
                assertThat(here.describe().redriveCount()).isEqualTo(round);
                assertThat(calls).hasValue(round + 1);
            }
        }
        threads.shutdown();
    }

    @Test
    void aTokenHasAForm() {
        try (Engine engine = engine()) {
            Execution<JsonNode> execution = failed(engine);
            execution.redrive("~".repeat(64));
            for (String wrong : List.of("", "a b", "a\n", "t\u00fcr", "x".repeat(65))) {
                assertThatIllegalArgumentException().isThrownBy(() -> execution.redrive(wrong));
            }
        }
    }

    private Execution<JsonNode> failed(Engine engine) {
        Execution<JsonNode> execution = engine.start(workflow, "one", json("7"));
        ends(execution, ExecutionStatus.FAILED);
        return execution;
    }

    private static void ends(Execution<JsonNode> execution, ExecutionStatus status) {
        assertThat(execution.result().handle((output, thrown) -> true)).succeedsWithin(Duration.ofSeconds(20));
        assertThat(execution.describe().status()).isEqualTo(status);
    }

    private Engine engine() {
        return Engine.builder()
                .environment(time)
                .store(store)
                .register(workflow)
                .build();
    }
}
