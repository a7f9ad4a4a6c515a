package dev.asl4j.quickstart;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionAdmin;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.ExecutionFilter;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.Page;
import dev.asl4j.runtime.spi.ExecutionListener;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.IOException;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works the orders off that are given as files, one after the other; prints what each state did and how each order ended, and in the end
 * what the store knows of all of them.
 */
public final class Quickstart {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final PrintStream out;
    private final Supplier<Engine.Builder> engines;

    Quickstart(PrintStream out, Supplier<Engine.Builder> engines) {
        this.out = out;
        this.engines = engines;
    }

    /**
     * Runs one execution per order file.
     *
     * @param args the order files
     * @throws IOException if an order file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: Quickstart ORDER.json...");
            return;
        }
        try (ExecutionStore store = ExecutionStore.inMemory()) {
            Quickstart quickstart =
                    new Quickstart(System.out, () -> Engine.builder().store(store));
            for (String file : args) {
                quickstart.work(Path.of(file));
            }
            quickstart.list(ExecutionAdmin.of(store));
        }
    }

    /** Runs the order in {@code file} to its end and returns how it ended. */
    ExecutionStatus work(Path file) throws IOException {
        JsonNode order = MAPPER.readTree(file.toFile());
        String name = "order-" + order.path("orderId").asText();
        out.println(name);
        OrderFulfilment workflow = new OrderFulfilment(new Shop(out::println));
        try (Engine engine =
                engines.get().listener(new Narrator(out)).register(workflow).build()) {
            Execution<JsonNode> execution = engine.start(workflow, name, order);
            try {
                out.println(receipt(execution.result().join()));
            } catch (CompletionException failed) {
                // How the order failed is in the description below.
            }
            ExecutionDescription end = execution.describe();
            if (end.error() != null) {
                out.println("  " + end.error() + ": " + end.cause());
            }
            out.println(end.status());
            return end.status();
        }
    }

    /** Prints all executions, the newest first: how they ended, how many events that took, and whether they can be redriven. */
    void list(ExecutionAdmin admin) {
        Page.all(token -> admin.list(ExecutionFilter.all().nextToken(token))).forEach(order -> {
            int events = admin.history(order.stateMachine(), order.name()).size();
            ExecutionDescription description =
                    admin.describe(order.stateMachine(), order.name()).orElseThrow();
            out.printf("%s %s, %d events, %s%n", order.name(), order.status(), events, description.redriveStatus());
        });
    }

    private static String receipt(JsonNode receipt) {
        StringBuilder text = new StringBuilder("  receipt ")
                .append(receipt.path("reference").asText())
                .append(" for ")
                .append(receipt.path("customer").asText())
                .append(System.lineSeparator());
        for (JsonNode line : receipt.path("lines")) {
            text.append(row(
                    line.path("quantity").asText() + " x " + line.path("sku").asText(), line.path("amount")));
        }
        text.append(row("shipping, " + receipt.path("tracking").asText(), receipt.path("shipping")));
        return text.append(row("total", receipt.path("total"))).toString().stripTrailing();
    }

    private static String row(String what, JsonNode amount) {
        return String.format("    %-32s %8s%n", what, amount.decimalValue().setScale(2, RoundingMode.HALF_UP));
    }

    /** Prints a line for each state that is entered, and one that says what it changed when it is left. */
    private static final class Narrator implements ExecutionListener {
        private final PrintStream out;
        private final Map<String, JsonNode> inputs = new ConcurrentHashMap<>();

        Narrator(PrintStream out) {
            this.out = out;
        }

        @Override
        public void stateEntered(String execution, String state, JsonNode input) {
            inputs.put(state, input);
            out.println("  > " + state);
        }

        @Override
        public void stateExited(String execution, String state, JsonNode output) {
            out.println(("  < " + state + " " + changes(inputs.get(state), output)).stripTrailing());
        }

        private static Object changes(@Nullable JsonNode input, JsonNode output) {
            if (input == null || !input.isObject() || !output.isObject()) {
                return output;
            }
            StringJoiner changes = new StringJoiner(", ");
            output.properties().forEach(field -> {
                if (!field.getValue().equals(input.get(field.getKey()))) {
                    changes.add(field.getKey() + "=" + field.getValue());
                }
            });
            return changes;
        }
    }
}
