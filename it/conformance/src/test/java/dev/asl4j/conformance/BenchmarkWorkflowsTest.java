package dev.asl4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.compiler.Definition;
import dev.asl4j.runtime.task.TaskContext;
import dev.asl4j.runtime.task.TaskFailedException;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workflows of a benchmark folder, named by the system property {@code asl4j.bench}, give the output that lies beside them. */
@NeedsFolder("asl4j.bench")
class BenchmarkWorkflowsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Path FOLDER = Folders.given("asl4j.bench").resolve("workflows");
    private static final Pattern DEFINITION = Pattern.compile("(.+)\\.(jsonpath|jsonata)\\.asl\\.json");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicInteger flakyCalls = new AtomicInteger();

    /** Both query languages do the same work. */
    @ParameterizedTest
    @MethodSource("definitions")
    void givesTheExpectedOutput(String name, String language) throws IOException {
        JsonNode output = run(name, language, VirtualTime.startingAt(START));

        assertThat(Comparison.differences("output", read(name + ".expected.json"), output))
                .isEmpty();
    }

    /** Every definition that has an expected output beside it. */
    static Stream<Arguments> definitions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> DEFINITION.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(name -> Files.exists(FOLDER.resolve(name.group(1) + ".expected.json")))
                    .map(name -> Arguments.of(name.group(1), name.group(2)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonpath", "jsonata"})
    void retriesInVirtualTime(String language) throws IOException {
        VirtualTime time = VirtualTime.startingAt(START);

        JsonNode output = run("retry", language, time);

        assertThat(output).isEqualTo(Texts.MAPPER.readTree("{\"id\":\"r-1\",\"r\":{\"done\":\"r-1\"}}"));
        assertThat(flakyCalls).hasValue(3);
        assertThat(time.now()).as("after delays of 1 s and 2 s").isEqualTo(START.plus(Duration.ofSeconds(3)));
    }

    private JsonNode run(String name, String language, VirtualTime time) throws IOException {
        Path file = FOLDER.resolve(name + "." + language + ".asl.json");
        Definition definition =
                new Definition("w/" + name + ".asl.json", file.getFileName().toString(), Files.readAllBytes(file));
        Machines.Machine machine = Machines.compile(List.of(definition)).get(definition.path());
        assertThat(machine.faults()).isEmpty();
        return Workflows.create(machine.type(), this::handle).run(read(name + ".input.json"), time);
    }

    private static JsonNode read(String file) throws IOException {
        return Texts.MAPPER.readTree(FOLDER.resolve(file).toFile());
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
