package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.START;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static dev.asl4j.runtime.States.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.spi.Task;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoreClient;
import dev.asl4j.runtime.store.StoreSession;
import dev.asl4j.runtime.store.StoredMessage;
import dev.asl4j.runtime.testing.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an engine with a store of its user's waits for when it is closed. Time stands still. */
@Timeout(60)
final class ClosingTest {
    private static final String START_SYNC = "arn:aws:states:::states:startExecution.sync";
    private static final String INPUT =
            "{'StateMachineArn': 'arn:aws:states:us-east-1:000000000000:stateMachine:inner', 'Name': 'one', 'Input': 7}";

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final ExecutionStore store = ExecutionStore.inMemory();

    @Test
    void notForExecutionsThatATaskHasStarted() {
        time.pause();
        Workflow<JsonNode, JsonNode> inner =
                States.workflow("inner", 0, states().pause("Wait", 3_600, END).scope());
        Workflow<JsonNode, JsonNode> outer = States.workflow(
                "outer",
                0,
                states().task("Start", Task.startExecution(START_SYNC), END).scope());
        Engine.Builder builder =
                Engine.builder().environment(time).store(store).register(inner).register(outer);
        Engine first = builder.build();
        first.start(outer, "one", json(INPUT));
        time.awaitIdle();
        assertThat(first.list(ExecutionFilter.all()).items()).hasSize(2);
        first.close();
        time.resume();
        try (Engine second = builder.build()) {
            Execution<JsonNode> found = second.find(outer, "one").orElseThrow();
            assertThat(found.result().join().path("Status").asText()).isEqualTo("SUCCEEDED");
        }
        assertThat(store.find("inner", "one")).isPresent();
    }

    @Test
    void notForHandlersWhoseResultIsOfNoUse() throws InterruptedException {
        time.pause();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Task stubborn = task((input, call) -> {
            begun.countDown();
            awaitUninterruptibly(release);
            return input;
        });
        Workflow<JsonNode, JsonNode> workflow =
                states().task("Work", stubborn, END).workflow();
        Workflow<JsonNode, JsonNode> held =
                States.workflow("held", 0, states().pause("Soon", 3, END).scope());
        Engine engine = Engine.builder()
                .environment(time)
                .store(store)
                .register(workflow)
                .register(held)
                .build();
        Execution<JsonNode> execution = engine.start(workflow, "one", json("1"));
        TimeoutTest.await(begun);
        execution.stop(null, null);
        engine.start(held, "two", json("2"));
        long key = store.find("held", "two").orElseThrow().key();
        Thread closing = new Thread(engine::close);
        closing.start();
        try (StoreSession next = store.join(new Nobody())) {
            while (next.claim(key).isEmpty()) { // until the engine has let go
                Thread.onSpinWait();
            }
        }
        release.countDown();
        closing.join(Duration.ofSeconds(40).toMillis());
        assertThat(closing.isAlive()).isFalse();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException ignored) {
                // it is stubborn
            }
        }
    }

    private static final class Nobody implements StoreClient {
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
