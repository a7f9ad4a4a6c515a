package dev.asl4j.crash.check;

import dev.asl4j.crash.work.SideEntry;
import dev.asl4j.crash.work.SideEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds the calls of handlers against the history of their execution: none before it was committed, none after its result was. */
final class Deliveries {
    private final Predicate<String> killed;
    private final int kills;
    private final Acknowledged acknowledged;
    private final List<String> findings = new ArrayList<>();

    private Deliveries(Predicate<String> killed, int kills, Acknowledged acknowledged) {
        this.killed = killed;
        this.kills = kills;
        this.acknowledged = acknowledged;
    }

    /**
     * What is wrong with the calls of one execution.
     *
     * @param entries its lines of the side log
     * @param killed whether a process was killed
     * @param kills how many kills there were
     * @param acknowledged what was acknowledged of tokens
     */
    static List<String> findings(
            List<Event> events,
            List<SideEntry> entries,
            Predicate<String> killed,
            int kills,
            Acknowledged acknowledged) {
        Deliveries deliveries = new Deliveries(killed, kills, acknowledged);
        Map<String, List<SideEntry>> calls = new TreeMap<>();
        for (SideEntry entry : entries) {
            if (!entry.call().isEmpty()) {
                calls.computeIfAbsent(entry.call(), call -> new ArrayList<>()).add(entry);
            }
        }
        Map<Long, Event> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        Map<Long, Event> ends = ends(events, byId);
        calls.forEach((call, ofCall) -> {
            deliveries.numbers(call, ofCall);
            deliveries.against(call, byId.get(scheduled(call)), ends.get(scheduled(call)), ofCall);
        });
        return deliveries.findings;
    }

    /** Id of the event by which it was scheduled: the number at the end of the call's key. */
    private static long scheduled(String call) {
        int digits = call.length();
        while (digits > 0 && Character.isDigit(call.charAt(digits - 1))) {
            digits--;
        }
        return digits == call.length() ? 0 : Long.parseLong(call.substring(digits));
    }

    /** The ends of attempts, by the events that scheduled them. */
    private static Map<Long, Event> ends(List<Event> events, Map<Long, Event> byId) {
        Map<Long, Event> ends = new HashMap<>();
        for (Event event : events) {
            if (event.isTaskEnd()) {
                @Nullable Event first = event;
                while (first != null && !first.isScheduled()) {
                    first = byId.get(first.previous());
                }
                if (first != null) {
                    ends.put(first.id(), event);
                }
            }
        }
        return ends;
    }

    private void numbers(String call, List<SideEntry> entries) {
        @Nullable SideEntry before = null;
        List<SideEntry> begun = entries.stream()
                .filter(entry -> entry.kind() == Kind.STARTED || entry.kind() == Kind.TOKEN)
                .sorted((a, b) -> Long.compare(a.micros(), b.micros()))
                .toList();
        for (SideEntry entry : begun) {
            if (entry.delivery() < 1 || entry.delivery() > kills + 1) {
                findings.add("delivery " + entry.delivery() + " of " + call + " after " + kills + " kills");
            }
            if (before != null) {
                if (entry.delivery() <= before.delivery()) {
                    findings.add("delivery " + entry.delivery() + " of " + call + " by " + entry.process() + " after "
                            + before.delivery() + " by " + before.process());
                }
                if (!killed.test(before.process())) {
                    findings.add(call + " was called again by " + entry.process() + " although " + before.process()
                            + " was not killed");
                }
            }
            before = entry;
        }
    }

    private void against(String call, @Nullable Event scheduled, @Nullable Event end, List<SideEntry> entries) {
        if (scheduled == null || !scheduled.isScheduled()) {
            findings.add(call + " was called, but its history has no such event");
            return;
        }
        for (SideEntry entry : entries) {
            if (entry.micros() < TimeUnit.MILLISECONDS.toMicros(scheduled.millis())) {
                findings.add(call + " was called by " + entry.process() + " before " + scheduled);
            }
        }
        if (end == null) {
            return;
        }
        long committed = TimeUnit.MILLISECONDS.toMicros(end.millis() + 1);
        for (SideEntry entry : entries) {
            if (entry.micros() > committed && entry.kind() == Kind.STARTED) {
                findings.add(call + " was called again after " + end);
            }
        }
        boolean worked = entries.stream().anyMatch(entry -> entry.kind() == Kind.DONE || entry.kind() == Kind.TOKEN);
        for (SideEntry entry : entries) {
            String wrong = end.type().endsWith("TimedOut")
                    ? acknowledged.finding(entry.note().path("token").asText(), end.millis())
                    : "";
            if (!wrong.isEmpty()) {
                findings.add(wrong + ": " + end);
            }
        }
        if (end.isTaskSuccess() && !worked) {
            findings.add(call + " has a result that no handler gave");
        }
    }
}
