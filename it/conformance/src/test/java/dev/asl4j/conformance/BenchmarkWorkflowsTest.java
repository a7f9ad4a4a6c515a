package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflows of a benchmark folder, named by the system property {@code asl4j.bench}, give the output that lies beside them. */
@NeedsFolder("asl4j.bench")
class BenchmarkWorkflowsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Path folder = Path.of(System.getProperty("asl4j.bench"), "workflows");
    private final AtomicInteger flakyCalls = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"order", "pass-chain", "choice-loop", "task-chain", "parallel", "map"})
    void givesTheExpectedOutput(String name) throws IOException {
        JsonNode output = run(name, VirtualTime.startingAt(START));

        JsonNode expected = read(name + ".expected.json");
        assertThat(output.equals(numbersByValue(), expected))
                .as("%s%n%s", output, expected)
                .isTrue();
    }

    @Test
    void retriesInVirtualTime() throws IOException {
        VirtualTime time = VirtualTime.startingAt(START);

        JsonNode output = run("retry", time);

        assertThat(output).isEqualTo(MAPPER.readTree("{\"id\":\"r-1\",\"r\":{\"done\":\"r-1\"}}"));
        assertThat(flakyCalls).hasValue(3);
        assertThat(time.now()).as("after delays of 1 s and 2 s").isEqualTo(START.plus(Duration.ofSeconds(3)));
    }

    private JsonNode run(String name, VirtualTime time) throws IOException {
        Path file = folder.resolve(name + ".jsonpath.asl.json");
        return CompiledWorkflow.of("w/" + name + ".asl.json", Files.readAllBytes(file), this::handle)
                .run(read(name + ".input.json"), time);
    }

    private JsonNode read(String file) throws IOException {
        return MAPPER.readTree(folder.resolve(file).toFile());
    }

    private static Comparator<JsonNode> numbersByValue() {
        return (left, right) -> left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1;
    }

    private JsonNode handle(JsonNode in, TaskContext task) {
        String name = task.resource().substring(task.resource().lastIndexOf(':') + 1);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "step" ->
                object("status", JSON.textNode("ok"))
                        .<ObjectNode>set("code", in.get("step"))
                        .set("echo", in);
            case "validate" ->
                object("valid", JSON.booleanNode(true))
                        .put("count", in.get("items").size())
                        .put("took", 1);
            case "customer" -> {
                ObjectNode customer = object("id", in.get("id")).put("name", "Ada");
                customer.putObject("contact").put("email", "ada@example.org").put("phone", "1");
                yield customer;
            }
            case "fraud" -> object("score", JSON.numberNode(12)).put("model", "m1");
            case "shipping" ->
                object("carrier", JSON.textNode("post")).put("cost", 4.5).put("days", 2);
            case "reserve" ->
                object("id", JSON.textNode("res-" + in.get("sku").asText())).put("ok", true);
            case "loyalty" -> throw new TaskFailedException("LoyaltyUnavailable", "loyalty service is down");
            case "charge" ->
                object("id", JSON.textNode("pay-" + in.get("orderId").asText())).put("status", "captured");
            case "ship" ->
                object("tracking", JSON.textNode("trk-" + in.get("orderId").asText()));
            case "notify" -> object("sent", JSON.booleanNode(true));
            case "flaky" -> flaky(in);
            default -> throw new AssertionError("no handler for " + task.resource());
        };
    }

    private JsonNode flaky(JsonNode in) {
        if (flakyCalls.incrementAndGet() <= 2) {
            throw new TaskFailedException("TransientError", "not yet");
        }
        return object("done", in.get("id"));
    }

    private static ObjectNode object(String name, JsonNode value) {
        ObjectNode node = JSON.objectNode();
        node.set(name, value);
        return node;
    }
}
