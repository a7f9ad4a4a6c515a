package dev.asl4j.quickstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionAdmin;
import dev.asl4j.runtime.ExecutionDescription;
import dev.asl4j.runtime.ExecutionFilter;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.Page;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.testing.Narration;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import schemas.Order;
import schemas.Receipt;

/**
 * Works the orders off that are given as files, one after the other; prints what each state did and how each order ended, and in the end
 * what the store knows of all of them.
 */
public final class Quickstart {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

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
        Order order = MAPPER.readValue(file.toFile(), Order.class);
        String name = "order-" + order.orderId();
        out.println(name);
        OrderFulfilment workflow = new OrderFulfilment(new Shop(out::println));
        try (Engine engine =
                engines.get().listener(Narration.to(out)).register(workflow).build()) {
            Execution<Receipt> execution = engine.start(workflow, name, order);
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

    private static String receipt(Receipt receipt) {
        StringBuilder text = new StringBuilder("  receipt ")
                .append(receipt.reference())
                .append(" for ")
                .append(receipt.customer())
                .append(System.lineSeparator());
        for (Receipt.LinesItem line : receipt.lines()) {
            text.append(row(line.quantity() + " x " + line.sku(), line.amount()));
        }
        text.append(row("shipping, " + receipt.tracking(), receipt.shipping()));
        return text.append(row("total", receipt.total())).toString().stripTrailing();
    }

    private static String row(String what, BigDecimal amount) {
        return String.format("    %-32s %8s%n", what, amount.setScale(2, RoundingMode.HALF_UP));
    }
}
