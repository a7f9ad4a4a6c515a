package dev.asl4j.crash.check;

import dev.asl4j.crash.work.Order;
import dev.asl4j.crash.work.SideEntry;
import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredExecution.Status;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Looks at everything that is in the store after the last engine has left. */
public final class Audit {
    private static final int PAGE = 500;

    private final ExecutionStore store;
    private final Map<String, List<SideEntry>> side = new HashMap<>();
    private final Function<Order, List<Reference>> references;
    private final Predicate<String> killed;
    private final int kills;
    private final Acknowledged acknowledged;
    private final Map<String, List<String>> findings = new TreeMap<>();

    /**
     * An audit.
     *
     * @param side everything the handlers have left
     * @param references how an order goes undisturbed, with each version of its definition
     * @param killed whether a process was killed
     */
    public Audit(
            ExecutionStore store,
            List<SideEntry> side,
            Function<Order, List<Reference>> references,
            Predicate<String> killed,
            int kills,
            Acknowledged acknowledged) {
        this.store = store;
        this.acknowledged = acknowledged;
        this.references = references;
        this.killed = killed;
        this.kills = kills;
        side.forEach(entry -> this.side
                .computeIfAbsent(entry.execution(), execution -> new ArrayList<>())
                .add(entry));
    }

    /** What was found, by execution; an execution that was checked and is as it should be has an empty list. */
    public Map<String, List<String>> findings() {
        return findings;
    }

    /** Checks an execution against an undisturbed one, and those that it has started. */
    public void check(Order order) {
        rules(order).ifPresent(execution -> compare(order, execution));
    }

    /** Checks an execution against the rules alone; gives it, if it is there. */
    public Optional<StoredExecution> rules(Order order) {
        Optional<StoredExecution> found = store.find(order.machine(), order.name());
        if (found.isEmpty()) {
            find(order.arn(), List.of("it is not in the store"));
            return found;
        }
        general(found.get(), order.arn());
        if (!found.get().head().input().equals(order.input())) {
            find(order.arn(), List.of("its input is another one"));
        }
        return found;
    }

    private void compare(Order order, StoredExecution execution) {
        List<Event> events = events(execution.key());
        find(order.arn(), Comparison.findings(order, execution.progress(), events, references.apply(order)));
        for (Event event : events) {
            if (event.isScheduled()) {
                store.nested(execution.key(), event.id()).ifPresent(this::nested);
            }
        }
        int items = order.input().path("items").size();
        int most = order.machine().equals("distributed")
                ? 3
                : 0; // the only one whose children are never updated nor redriven
        store.mapRuns(execution.key()).forEach(run -> mapRun(run, order.arn(), items, most));
    }

    private void nested(StoredExecution child) {
        StoredExecution.Head head = child.head();
        check(new Order(head.machine(), head.name(), head.input(), Order.Fate.END));
    }

    /** @param most how many children may run at once; 0 if that is not looked at */
    private void mapRun(StoredMapRun run, String parent, int items, int most) {
        if (run.status() == StoredMapRun.Status.RUNNING) {
            find(parent, List.of("its Map Run still runs"));
        }
        int after = -1;
        List<StoredExecution> page = store.children(run.arn(), after, PAGE);
        int next = 0;
        List<StoredExecution> children = new ArrayList<>();
        while (!page.isEmpty()) {
            children.addAll(page);
            for (StoredExecution child : page) {
                String arn = Order.arn(child.head().machine(), child.head().name());
                general(child, arn);
                StoredExecution.Parent position = child.head().parent();
                after = position == null ? -1 : position.position();
                if (after != next++) {
                    find(parent, List.of("children of its Map Run are missing or doubled: " + after));
                }
                if (run.status() == StoredMapRun.Status.SUCCEEDED
                        && child.progress().status() != Status.SUCCEEDED) {
                    find(arn, List.of("it is " + child.progress().status() + ", its Map Run has succeeded"));
                }
            }
            page = store.children(run.arn(), after, PAGE);
        }
        if (run.status() == StoredMapRun.Status.SUCCEEDED && next != items) {
            find(parent, List.of("its Map Run has " + next + " children for " + items + " items"));
        }
        if (most > 0 && overlap(children) > most) {
            find(parent, List.of("of its Map Run's children " + overlap(children) + " ran at once, not " + most));
        }
    }

    /** How many of them ran at the same time, at most. */
    private static int overlap(List<StoredExecution> children) {
        List<Map.Entry<Instant, Integer>> changes = new ArrayList<>();
        for (StoredExecution child : children) {
            changes.add(Map.entry(child.head().start(), 1));
            changes.add(Map.entry(Objects.requireNonNullElse(child.progress().stop(), Instant.MAX), -1));
        }
        changes.sort(Map.Entry.<Instant, Integer>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
        int now = 0;
        int most = 0;
        for (Map.Entry<Instant, Integer> change : changes) {
            now += change.getValue();
            most = Math.max(most, now);
        }
        return most;
    }

    /** What holds for all executions. */
    private void general(StoredExecution execution, String arn) {
        List<Event> events = events(execution.key());
        List<String> found = new ArrayList<>(HistoryRules.findings(events));
        List<SideEntry> entries = side.getOrDefault(arn, List.of());
        found.addAll(Succession.findings(events));
        found.addAll(Delays.findings(events, execution.head().input()));
        found.addAll(Deliveries.findings(events, entries, killed, kills, acknowledged));
        found.addAll(Activities.findings(events, entries));
        Status status = execution.progress().status();
        if (status == Status.RUNNING) {
            found.add("it still runs");
        }
        String last = events.isEmpty() ? "" : events.get(events.size() - 1).type();
        if (!last.equalsIgnoreCase("Execution" + status.name().replace("_", ""))) {
            found.add("it is " + status + ", its history ends with " + last);
        }
        if (execution.progress().lastEvent() != events.size()) {
            found.add("its last event is " + execution.progress().lastEvent() + ", there are " + events.size());
        }
        if (status == Status.SUCCEEDED
                && store.frames(execution.key()).stream().anyMatch(frame -> frame.id() != StoredFrame.EXECUTION)) {
            found.add("it has succeeded and still has frames");
        }
        find(arn, found);
    }

    /** The events of an execution, one a line, for whoever has to find out what went wrong. */
    public String history(Order order) {
        StringBuilder lines = new StringBuilder();
        store.find(order.machine(), order.name())
                .ifPresent(execution -> events(execution.key())
                        .forEach(event -> lines.append(event.millis())
                                .append(' ')
                                .append(event)
                                .append('\n')));
        return lines.toString();
    }

    private List<Event> events(long key) {
        List<Event> events = new ArrayList<>();
        List<HistoryEvent> page = store.history(key, 0, PAGE, false);
        while (!page.isEmpty()) {
            page.forEach(event -> events.add(Event.of(event.toJson())));
            page = store.history(key, page.get(page.size() - 1).id(), PAGE, false);
        }
        return events;
    }

    private void find(String arn, List<String> found) {
        findings.computeIfAbsent(arn, execution -> new ArrayList<>()).addAll(found);
    }
}
