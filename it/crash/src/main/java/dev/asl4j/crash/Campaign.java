package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.crash.check.Acknowledged;
import dev.asl4j.crash.child.Place;
import dev.asl4j.crash.work.Machines;
import dev.asl4j.crash.work.OrderBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// Size: an engine's place and what it plans for its processes are of no use to anyone else.
/** Orders come, engines work on them, and are killed; until so many kills are done and every order has ended. */
final class Campaign {
    private static final int TICK_MILLIS = 40;
    private static final int OPEN_ORDERS = 40;
    private static final int ORDERS_A_TICK = 4;

    /** How long one that stood still goes on before it is killed. */
    private static final int AWAKE_MILLIS = 1_000;

    private static final int CALM_ORDERS = 60;
    private static final int CLOSE_SECONDS = 30;

    /** An engine that does not get ready after all this time will not. */
    private static final long READY_MILLIS = 180_000;

    private final Path folder;
    private final Options options;
    private final Place place;
    private final Plan plan;
    private final Random stops;
    private final OrderBook book;
    private final Consumer<Case> added;
    private final Kills kills = new Kills();
    private final List<Case> cases = new ArrayList<>();
    private final List<Case> open = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Clerk clerk;
    private @Nullable Child paused;
    private int killed;

    /** @param added hears of every order */
    Campaign(Path folder, Options options, Place place, Consumer<Case> added) {
        this.folder = folder;
        this.options = options;
        this.place = place;
        this.added = added;
        plan = new Plan(options.seed(), options.engines());
        Random random = new Random(options.seed());
        book = new OrderBook(random.nextLong());
        stops = new Random(random.nextLong());
        clerk = new Clerk(folder, this::ready, new Random(random.nextLong()));
        for (int i = 0; i < options.engines(); i++) {
            slots.add(new Slot(i));
        }
    }

    /** Kills so often; if not at all, it only takes some orders. */
    void kill() throws IOException, InterruptedException {
        while (options.kills() == 0 && cases.size() < CALM_ORDERS) {
            takeOrders();
            go();
        }
        for (int i = 0; killed < options.kills(); i++) {
            Plan.Kill kill = plan.kill(i);
            Slot victim = slots.get(kill.engine());
            while (!anyDied() && !victim.isOlder(kill)) {
                takeOrders();
                go();
            }
            if (!anyDied() && victim.child != null) {
                pause(victim.child, kill.pauseMillis());
                victim.child.kill();
            }
            bury();
        }
    }

    /** Lets a process stand still while the others go on, and then find out what it has missed. */
    private void pause(Child child, int millis) throws IOException, InterruptedException {
        if (millis > 0) {
            kills.paused();
            child.signal("STOP");
            paused = child;
            goFor(millis);
            paused = null;
            child.signal("CONT");
            goFor(AWAKE_MILLIS);
        }
    }

    private void goFor(int millis) throws IOException, InterruptedException {
        long end = Clerk.now() + millis;
        while (Clerk.now() < end) {
            takeOrders();
            go();
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
    JsonNode settle(long patienceMillis) throws IOException, InterruptedException {
        long end = Clerk.now() + patienceMillis;
        JsonNode listed = insist(Command.of("list"));
        while (listed.findValuesAsText("status").contains("RUNNING") && Clerk.now() < end) {
            TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
            listed = insist(Command.of("list"));
        }
        for (Case updated : cases) {
            if (updated.isUpdated() && !updated.wasUpdated(insist(Command.of("map-run", updated.order())))) {
                updated.finding("the update of its Map Run was acknowledged, and has no effect");
            }
        }
        return listed;
    }

    /** The answer of an engine; of the next one, if one dies at a point that it still had. */
    private JsonNode insist(ObjectNode command) throws IOException, InterruptedException {
        while (true) {
            bury();
            startEngines();
            List<Child> ready = ready();
            if (ready.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
                continue;
            }
            try {
                return ready.get(0).ask(command).get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Child.GoneException)) {
                    throw new IllegalStateException(command.toString(), e);
                }
            }
        }
    }

    /** One of the engines. */
    Child engine() {
        return ready().get(0);
    }

    /** Closes the engines; gives what is wrong with processes. */
    List<String> close() throws InterruptedException {
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

    /** What was acknowledged of tokens. */
    Acknowledged acknowledged() {
        return clerk.acknowledged();
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
            take(Clerk.open(book.next(), stops));
        }
    }

    private List<Child> ready() {
        List<Child> ready = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.child != null
                    && slot.child != paused
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
                String why =
                        kills.died(child.name(), child.exitCode(), slot.life().seam());
                if (!why.isEmpty()) {
                    findings.add(why);
                }
                killed++;
                // of several engines the others are to take over what it held, now and then
                slot.bury(slots.size() > 1 && killed < options.kills());
                if (killed % 25 == 0) {
                    System.out.println(killed + " kills, " + cases.size() + " orders, " + open.size() + " open");
                }
            }
        }
    }

    private void startEngines() throws IOException {
        for (Slot slot : slots) {
            if (slot.child == null && Clerk.now() >= slot.restartAt) {
                slot.start(Child.start(folder, slot.nextName(), place, jvmOptions(slot.life())));
            } else if (slot.child != null
                    && !slot.child.ready().isDone()
                    && Clerk.now() - slot.startedAt > READY_MILLIS) {
                throw new IOException(slot.child.name() + " does not get ready");
            }
        }
    }

    private List<String> jvmOptions(Plan.Life life) {
        List<String> jvm = new ArrayList<>();
        boolean second = options.secondVersion() || (options.kills() > 0 && 2 * killed >= options.kills());
        jvm.add("-Dcrash.versions=" + (second ? Machines.Versions.SECOND : Machines.Versions.FIRST));
        if (killed < options.kills()) {
            jvm.add("-Dcrash.seam=" + life.seam());
        }
        return jvm;
    }

    /** An engine's place among those that share the store. */
    private final class Slot {
        private final int number;
        private @Nullable Child child;
        private int processes;
        private long startedAt;
        private long readyAt;
        private long restartAt;

        Slot(int number) {
            this.number = number;
        }

        /** What is planned for the process that is there, or else for the next one. */
        Plan.Life life() {
            return plan.life(number, processes);
        }

        String nextName() {
            return "engine" + number + "-" + processes;
        }

        void start(Child started) {
            child = started;
            startedAt = Clerk.now();
            readyAt = 0;
        }

        /** @param stays whether the engine is away for a while */
        void bury(boolean stays) {
            child = null;
            restartAt = stays ? Clerk.now() + life().absenceMillis() : 0;
            processes++;
        }

        /** Whether it is old enough. */
        boolean isOlder(Plan.Kill kill) {
            if (child == null) {
                return false;
            }
            if (readyAt == 0 && child.ready().isDone()) {
                readyAt = Clerk.now();
            }
            long millis = life().ageMillis(kill.ageMillis());
            return kill.early()
                    ? Clerk.now() - startedAt > kill.ageMillis()
                    : readyAt != 0 && Clerk.now() - readyAt > millis;
        }
    }
}
