package dev.asl4j.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asl4j.runtime.Engine;
import dev.asl4j.runtime.Execution;
import dev.asl4j.runtime.ExecutionFailedException;
import dev.asl4j.runtime.ExecutionStatus;
import dev.asl4j.runtime.testing.VirtualTime;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import schemas.Order;
import schemas.Receipt;

/** A hundred orders at once, with tasks that take random times. */
class ManyOrdersTest {
    private static final int ORDERS = 100;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int EVERY = 10; // every tenth order asks for what is sold out

    @Test
    void allComeOutRightAndNothingIsLeft() throws IOException, InterruptedException {
        Set<Thread> before = threads();
        List<Execution<Receipt>> executions = new ArrayList<>();
        try (RandomOrder durations = new RandomOrder(42)) {
            OrderFulfilment workflow = new OrderFulfilment(slow(new Shop(line -> {}), durations));
            VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
            try (Engine engine =
                    Engine.builder().environment(time).register(workflow).build()) {
                for (int i = 0; i < ORDERS; i++) {
                    executions.add(engine.start(workflow, "order-" + i, order(i)));
                }
                executions.forEach(ManyOrdersTest::awaitEnd);
            }
        }
        Set<String> trackings = new HashSet<>();
        for (int i = 0; i < ORDERS; i++) {
            check(i, executions.get(i), trackings);
        }
        assertThat(trackings).hasSize(ORDERS - ORDERS / EVERY);
        assertThat(threadsLeftSince(before)).isEmpty();
    }

    private static void check(int number, Execution<Receipt> execution, Set<String> trackings) {
        if (number % EVERY == 0) {
            assertThat(execution.describe().status()).isEqualTo(ExecutionStatus.FAILED);
            assertThat(execution.describe().error()).isEqualTo("OutOfStock");
            assertThat(execution.describe().cause()).isEqualTo("antique-roaster is sold out");
            return;
        }
        Receipt receipt = execution.result().join();
        assertThat(receipt.reference()).isEqualTo("SE/" + number);
        assertThat(receipt.lines()).hasSize(3);
        assertThat(receipt.lines().get(1).sku()).isEqualTo("filter-papers");
        assertThat(receipt.total()).isEqualByComparingTo("147.66");
        trackings.add(receipt.tracking());
    }

    private static void awaitEnd(Execution<Receipt> execution) {
        try {
            execution.result().join();
        } catch (CompletionException failed) {
            assertThat(failed).hasCauseInstanceOf(ExecutionFailedException.class);
        }
    }

    private static Order order(int number) throws IOException {
        Order good = new ObjectMapper()
                .readValue(Path.of("orders", "order-1042.json").toFile(), Order.class);
        List<Order.Line> lines = new ArrayList<>(good.lines());
        if (number % EVERY == 0) {
            lines.set(2, new Order.Line("antique-roaster", lines.get(2).quantity()));
        }
        return new Order(Integer.toString(number), good.customer(), lines);
    }

    private static OrderFulfilment.Tasks slow(OrderFulfilment.Tasks tasks, RandomOrder durations) {
        return (OrderFulfilment.Tasks) Proxy.newProxyInstance(
                ManyOrdersTest.class.getClassLoader(),
                new Class<?>[] {OrderFulfilment.Tasks.class},
                (self, method, arguments) -> {
                    durations.pass();
                    try {
                        return method.invoke(tasks, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The threads that are still there though they had time to die: one that has done its work is listed a moment longer. */
    private static Set<Thread> threadsLeftSince(Set<Thread> before) throws InterruptedException {
        Set<Thread> left = threads();
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(PATIENCE_MILLIS);
        }
        left.removeIf(thread -> !thread.isAlive());
        return left;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool")) // the JDK's own, of virtual threads
                .collect(Collectors.toSet());
    }
}
