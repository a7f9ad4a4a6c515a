package dev.asl4j.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.check.Audit;
import dev.asl4j.crash.child.Place;
import dev.asl4j.crash.work.Order;
import dev.asl4j.crash.work.SideLog;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One process with an engine, and what is asked of it. */
final class Scene implements AutoCloseable {
    private static final int ANSWER_SECONDS = 60;
    private static final int TICK_MILLIS = 30;
    private static final int SHOWN = 10;

    private final Path folder;
    private final Place place;
    private final Kills kills = new Kills();
    private final List<Case> cases = new ArrayList<>();
    private final Clerk clerk;
    private @Nullable Child child;
    private int processes;

    Scene(Path folder, Place place) {
        this.folder = folder;
        this.place = place;
        clerk = new Clerk(folder, () -> child == null ? List.of() : List.of(child), new Random(1));
    }

    /** A database for a test, which is skipped if there is none of that kind. */
    static Database database(Database.Kind kind, Path folder) throws IOException, InterruptedException {
        assumeTrue(kind != Database.Kind.POSTGRESQL || PostgresServer.isInstalled(), "PostgreSQL is not installed");
        return kind.create(folder);
    }

    /** Starts the process, and waits until its engine runs. */
    Child start(String... jvmOptions) throws Exception {
        return launch(List.of(), jvmOptions);
    }

    /** Starts it by another command in front, such as a shell that limits it. */
    Child launch(List<String> prefix, String... jvmOptions) throws Exception {
        Child started = Child.start(prefix, folder, "process-" + ++processes, place, List.of(jvmOptions));
        started.ready().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        child = started;
        return started;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        Child victim = child();
        victim.kill();
        kills.died(victim.name());
        child = null;
    }

    /** Orders an execution, which is seen to as orders are. */
    Case order(String machine, String name, String input) {
        return order(machine, name, input, Order.Fate.END);
    }

    Case order(String machine, String name, String input, Order.Fate fate) {
        Case order = new Case(new Order(machine, name, Json.parse(input), fate), 0);
        cases.add(order);
        return order;
    }

    /** Lets things go on until something is so. */
    void until(int seconds, BooleanSupplier condition) throws IOException, InterruptedException {
        long end = Clerk.now() + TimeUnit.SECONDS.toMillis(seconds);
        while (!condition.getAsBoolean()) {
            if (Clerk.now() > end) {
                List<String> open = cases.stream()
                        .filter(order -> !order.isClosed())
                        .limit(SHOWN)
                        .map(order -> order.order().name() + order.findings())
                        .toList();
                throw new AssertionError("not within " + seconds + " s; open: " + open);
            }
            clerk.work(cases, TICK_MILLIS);
        }
    }

    /** Lets things go on for a while. */
    void pass(int seconds) throws IOException, InterruptedException {
        clerk.work(cases, TimeUnit.SECONDS.toMillis(seconds));
    }

    /** Lets things go on until all orders have ended. */
    void untilAllHaveEnded(int seconds) throws IOException, InterruptedException {
        until(seconds, () -> cases.stream().allMatch(Case::isClosed));
    }

    /** The answer to a command. */
    JsonNode ask(com.fasterxml.jackson.databind.node.ObjectNode command)
            throws InterruptedException, ExecutionException, TimeoutException {
        return child().ask(command).get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    /** How an execution stands. */
    JsonNode describe(Case order) throws InterruptedException, ExecutionException, TimeoutException {
        return ask(Command.of("describe", order.order()));
    }

    /** Whether an execution is at that state, as far as it is known. */
    boolean standsIn(Case order, String state) {
        try {
            return describe(order).path("states").path(0).asText().equals(state);
        } catch (InterruptedException | ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    /** Closes the engine, and looks at what is in the store: what is wrong with it, by execution. */
    Map<String, List<String>> audit() throws IOException, InterruptedException {
        Map<String, List<String>> wrong = new TreeMap<>();
        if (!child().close(ANSWER_SECONDS)) {
            wrong.put("the end", List.of("the engine does not close"));
        }
        child = null;
        try (ExecutionStore store = place.open()) {
            Audit audit = new Audit(
                    store,
                    new SideLog.Tail(folder.resolve("side")).news(),
                    order -> List.of(),
                    kills::contains,
                    kills.count(),
                    clerk.acknowledged());
            cases.forEach(order -> audit.rules(order.order()));
            wrong.putAll(audit.findings());
        }
        cases.forEach(order -> wrong.computeIfAbsent(order.order().arn(), arn -> new ArrayList<>())
                .addAll(order.findings()));
        wrong.values().removeIf(List::isEmpty);
        return wrong;
    }

    private Child child() {
        if (child == null) {
            throw new IllegalStateException("no process");
        }
        return child;
    }

    @Override
    public void close() {
        if (child != null) {
            try {
                child.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
