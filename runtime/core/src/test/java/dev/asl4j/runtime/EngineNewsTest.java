package dev.asl4j.runtime;

import static dev.asl4j.runtime.States.END;
import static dev.asl4j.runtime.States.json;
import static dev.asl4j.runtime.States.states;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What users hang on starts and results of an engine. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class EngineNewsTest {
    private static final String ENGINE_THREAD = "asl4j-engine-";
    private static final int MANY = 200;

    private final Workflow<JsonNode, JsonNode> workflow =
            states().pass("First", 1).pass("Second", END).workflow();
    private final Engine engine = Engine.builder().register(workflow).build();
    private int runs;

    /** Starts one that has not ended when something is hung on it, mostly. */
    private CompletableFuture<JsonNode> start() {
        return engine.startAsync(workflow, "run" + runs++, json("1")).thenCompose(Execution::result);
    }

    private String teller() {
        return start().thenApply(output -> Thread.currentThread().getName()).join();
    }

    /** Goes on until threads of turns tell; gives the name of one. */
    private String warm() {
        String teller;
        do {
            teller = teller();
        } while (!teller.startsWith(ENGINE_THREAD));
        return teller;
    }

    @Test
    void isCalledByTheThreadsOfTurnsWhenItIsQuick() {
        assertThat(warm()).startsWith(ENGINE_THREAD);
        engine.close();
    }

    @Test
    void mayWaitForWhatItStarts() {
        warm();
        List<CompletableFuture<JsonNode>> all = IntStream.range(0, MANY)
                .mapToObj(i -> start().thenApply(output ->
                        engine.start(workflow, "inner" + i, output).result().join()))
                .toList();
        assertThat(all).allSatisfy(result -> assertThat(result.join()).isEqualTo(json("1")));
        engine.close();
    }

    @Test
    void mayWaitForWhatIsStartedLater() {
        warm();
        CountDownLatch released = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> waiting = IntStream.range(0, MANY)
                .mapToObj(i -> start().thenApply(output -> await(released)))
                .toList();
        assertThat(teller()).isNotNull();
        released.countDown();
        assertThat(waiting).allSatisfy(result -> assertThat(result.join()).isTrue());
        engine.close();
    }

    @Test
    void mayFail() {
        warm();
        List<CompletableFuture<JsonNode>> failing = IntStream.range(0, MANY)
                .mapToObj(i -> start().thenApply(output -> fail(output)))
                .toList();
        assertThat(failing)
                .allSatisfy(result -> assertThat(
                                result.handle((output, thrown) -> thrown).join())
                        .hasRootCauseMessage("hangs on 1"));
        assertThat(warm()).startsWith(ENGINE_THREAD);
        engine.close();
    }

    private static JsonNode fail(JsonNode output) {
        throw new IllegalStateException("hangs on " + output);
    }

    /** On the thread of the test there is nobody else to count down. */
    private static boolean await(CountDownLatch released) {
        try {
            return Thread.currentThread().getName().startsWith("asl4j-") ? released.await(30, TimeUnit.SECONDS) : true;
        } catch (InterruptedException wantsToGo) {
            return false;
        }
    }
}
