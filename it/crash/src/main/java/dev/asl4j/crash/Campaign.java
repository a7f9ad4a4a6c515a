package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.child.Place;
import dev.asl4j.crash.work.Machines;
import dev.asl4j.crash.work.OrderBook;
import dev.asl4j.crash.work.Seam;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Orders come, engines work on them, and are killed; until so many kills are done and every order has ended. */
final class Campaign {
    private static final int TICK_MILLIS = 40;
    private static final int OPEN_ORDERS = 40;
    private static final int ORDERS_A_TICK = 4;

    /** One engine of so many may be killed before it is ready. */
    private static final int EARLY = 6;

    private static final int CALM_ORDERS = 60;
    private static final int CLOSE_SECONDS = 30;

    /** An engine that does not get ready after all this time will not. */
    private static final long READY_MILLIS = 60_000;

    private final Path folder;
    private final Options options;
    private final Place place;
    private final Random random;
    private final OrderBook book;
    private final Consumer<Case> added;
    private final Kills kills = new Kills();
    private final List<Case> cases = new ArrayList<>();
    private final List<Case> open = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Clerk clerk;
    private int killed;
    private int processes;

    /** @param added hears of every order */
    Campaign(Path folder, Options options, Place place, Consumer<Case> added) {
        this.folder = folder;
        this.options = options;
        this.place = place;
        this.added = added;
        random = new Random(options.seed());
        book = new OrderBook(random.nextLong());
        clerk = new Clerk(folder, this::ready, new Random(random.nextLong()));
        for (int i = 0; i < options.engines(); i++) {
            slots.add(new Slot());
        }
    }

    /** Kills so often; if not at all, it only takes some orders. */
    void kill() throws IOException, InterruptedException {
        while (options.kills() == 0 && cases.size() < CALM_ORDERS) {
            takeOrders();
            go();
        }
        while (killed < options.kills()) {
            Slot victim = slots.get(random.nextInt(slots.size()));
            boolean early = random.nextInt(EARLY) == 0;
            int millis = 300 + random.nextInt(2_500);
            while (!anyDied() && !victim.isOlder(millis, early)) {
                takeOrders();
                go();
            }
            if (!anyDied() && victim.child != null) {
                victim.child.kill();
            }
            bury();
        }
    }

    /**
     * Lets everything end.
     *
     * @param patienceMillis since the last restart
     * @return how many orders have not ended
     */
    int drain(long patienceMillis) throws IOException, InterruptedException {
        slots.forEach(slot -> slot.restartAt = 0);
        startEngines();
        long end = Clerk.now() + patienceMillis;
        while (!open.isEmpty() && Clerk.now() < end) {
            if (anyDied()) {
                bury(); // the last ones may still have had a point to die at
                end = Clerk.now() + patienceMillis;
            }
            go();
        }
        open.forEach(stuck -> stuck.finding("it does not end: " + stuck.stands()));
        return open.size();
    }

    /** Waits until nothing runs any more, what orders have started on their own included; gives what an engine lists then. */
    JsonNode settle(long patienceMillis) throws InterruptedException, ExecutionException {
        long end = Clerk.now() + patienceMillis;
        JsonNode listed = engine().ask(Command.of("list")).get();
        while (listed.findValuesAsText("status").contains("RUNNING") && Clerk.now() < end) {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            listed = engine().ask(Command.of("list")).get();
        }
        return listed;
    }

    /** One of the engines. */
    Child engine() {
        return ready().get(0);
    }

    /** Closes the engines; gives what is wrong with that. */
    List<String> close() throws InterruptedException {
        List<String> findings = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.child != null && !slot.child.close(CLOSE_SECONDS)) {
                findings.add(slot.child.name() + " does not close within " + CLOSE_SECONDS + " s");
            }
            slot.child = null;
        }
        return findings;
    }

    List<Case> cases() {
        return cases;
    }

    Kills kills() {
        return kills;
    }

    /** An order that is not drawn but given. */
    void take(Case order) {
        cases.add(order);
        open.add(order);
        added.accept(order);
    }

    /** Goes on for a moment. */
    void go() throws IOException, InterruptedException {
        startEngines();
        tick();
    }

    private void tick() throws IOException, InterruptedException {
        clerk.work(open, TICK_MILLIS);
        open.removeIf(Case::isClosed);
    }

    private void takeOrders() {
        if (ready().isEmpty()) {
            return;
        }
        for (int i = 0; i < ORDERS_A_TICK && open.size() < OPEN_ORDERS * slots.size(); i++) {
            take(Clerk.open(book.next(), random));
        }
    }

    private List<Child> ready() {
        List<Child> ready = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.child != null
                    && slot.child.isAlive()
                    && slot.child.ready().isDone()
                    && !slot.child.ready().isCompletedExceptionally()) {
                ready.add(slot.child);
            }
        }
        return ready;
    }

    private boolean anyDied() {
        return slots.stream().anyMatch(slot -> slot.child != null && !slot.child.isAlive());
    }

    private void bury() {
        for (Slot slot : slots) {
            Child child = slot.child;
            if (child != null && !child.isAlive()) {
                kills.died(child.name());
                killed++;
                slot.child = null;
                // of several engines the others are to take over what it held, now and then
                slot.restartAt =
                        Clerk.now() + (slots.size() > 1 && killed < options.kills() ? random.nextInt(4_000) : 0);
                if (killed % 25 == 0) {
                    System.out.println(killed + " kills, " + cases.size() + " orders, " + open.size() + " open");
                }
            }
        }
    }

    private void startEngines() throws IOException {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.child == null && Clerk.now() >= slot.restartAt) {
                slot.child = Child.start(folder, "engine" + i + "-" + ++processes, place, jvmOptions());
                slot.startedAt = Clerk.now();
                slot.readyAt = 0;
            } else if (slot.child != null
                    && !slot.child.ready().isDone()
                    && Clerk.now() - slot.startedAt > READY_MILLIS) {
                throw new IOException(slot.child.name() + " does not get ready");
            }
        }
    }

    private List<String> jvmOptions() {
        boolean dying = killed < options.kills();
        List<String> jvm = new ArrayList<>();
        boolean second = options.secondVersion() || (options.kills() > 0 && 2 * killed >= options.kills());
        jvm.add("-Dcrash.versions=" + (second ? Machines.Versions.SECOND : Machines.Versions.FIRST));
        if (dying && random.nextBoolean()) {
            Seam.Point[] points = Seam.Point.values();
            jvm.add("-Dcrash.seam=" + points[random.nextInt(points.length)] + ":" + (1 + random.nextInt(25)));
        }
        return jvm;
    }

    /** An engine's place among those that share the store. */
    private static final class Slot {
        private @Nullable Child child;
        private long startedAt;
        private long readyAt;
        private long restartAt;

        /** Whether it has been there for so long; ready, unless it may be killed before it is. */
        boolean isOlder(long millis, boolean early) {
            if (child == null) {
                return false;
            }
            if (readyAt == 0 && child.ready().isDone()) {
                readyAt = Clerk.now();
            }
            return early ? Clerk.now() - startedAt > millis : readyAt != 0 && Clerk.now() - readyAt > millis;
        }
    }
}
