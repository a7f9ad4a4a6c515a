package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.check.Reference;
import dev.asl4j.crash.child.Place;
import dev.asl4j.crash.work.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An engine in memory that nobody kills, beside the ones that are killed: has one order of each content, and says how it went. */
final class Undisturbed implements Runnable {
    private static final long PATIENCE_MILLIS = Long.getLong("crash.patience", 120_000);

    /** What a parent names its children. */
    private static final List<String> CHILDREN = List.of("chain -child", "patience -aside");

    private final Campaign campaign;
    private final Predicate<Order> wanted;
    private final Queue<Case> orders = new ConcurrentLinkedQueue<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Reference> references = new HashMap<>();
    private final Thread thread = new Thread(this, "undisturbed");
    private volatile boolean ending;
    private volatile @Nullable Exception failure;

    private Undisturbed(Campaign campaign, Predicate<Order> wanted) {
        this.campaign = campaign;
        this.wanted = wanted;
    }

    /**
     * Begins.
     *
     * @param wanted which orders it is asked about
     */
    static Undisturbed start(Path folder, long seed, boolean secondVersion, Predicate<Order> wanted)
            throws IOException {
        Files.createDirectories(folder);
        Place memory = new Place(Place.Kind.MEMORY, "");
        Undisturbed run = new Undisturbed(
                new Campaign(folder, Options.undisturbed(seed, secondVersion), memory, order -> {}), wanted);
        run.thread.start();
        return run;
    }

    /** An order that will be asked about; on the campaign's thread. */
    void take(Case order) {
        if (wanted.test(order.order()) && known.add(order.order().content())) {
            orders.add(new Case(order.order(), 0));
        }
    }

    /** Waits until all is known. */
    void finish() throws Exception {
        ending = true;
        thread.join();
        if (failure != null) {
            throw new IllegalStateException("the undisturbed run failed", failure);
        }
    }

    /** How it went; null if it was never taken. */
    @Nullable
    Reference reference(Order order) {
        return references.get(order.content());
    }

    @Override
    public void run() {
        try {
            while (!ending || !orders.isEmpty()) {
                for (Case order = orders.poll(); order != null; order = orders.poll()) {
                    campaign.take(order);
                }
                campaign.go();
            }
            campaign.drain(PATIENCE_MILLIS);
            for (Case done : campaign.cases()) {
                if (done.findings().isEmpty()) {
                    read(done.order());
                } else {
                    System.out.println("undisturbed " + done.order().arn() + ": " + done.findings());
                }
            }
        } catch (Exception e) {
            failure = e;
        } finally {
            end();
        }
    }

    private void end() {
        try {
            campaign.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Order order) throws ExecutionException, InterruptedException {
        JsonNode end = campaign.engine().ask(Command.of("describe", order)).get();
        JsonNode history = campaign.engine().ask(Command.of("history", order)).get();
        references.put(order.content(), new Reference(end, history));
        if (order.machine().equals("parent")) {
            for (String child : CHILDREN) {
                String machine = child.substring(0, child.indexOf(' '));
                String name = order.name() + child.substring(child.indexOf(' ') + 1);
                JsonNode input = campaign.engine()
                        .ask(Command.of("describe", new Order(machine, name, order.input(), order.fate())))
                        .get()
                        .path("input");
                Order nested = new Order(machine, name, input, order.fate());
                if (!references.containsKey(nested.content())) {
                    await(nested);
                    read(nested);
                }
            }
        }
    }

    /** It may go on after its parent. */
    private void await(Order nested) throws ExecutionException, InterruptedException {
        String status = "RUNNING";
        while (status.equals("RUNNING")) {
            status = campaign.engine()
                    .ask(Command.of("describe", nested))
                    .get()
                    .path("status")
                    .asText();
        }
    }
}
