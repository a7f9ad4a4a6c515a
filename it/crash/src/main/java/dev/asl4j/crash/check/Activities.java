package dev.asl4j.crash.check;

import dev.asl4j.crash.work.SideEntry;
import dev.asl4j.crash.work.SideEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the workers of an activity did against the history: each task is handed out once, an answer that was acknowledged counts, and a
 * heartbeat that was acknowledged keeps the task from timing out.
 */
final class Activities {
    /** {@code HeartbeatSeconds} of the activity. */
    private static final long HEARTBEAT_MILLIS = 2_000;

    private Activities() {}

    /**
     * What is wrong.
     *
     * @param entries the execution's lines of the side log
     */
    static List<String> findings(List<Event> events, List<SideEntry> entries) {
        List<String> findings = new ArrayList<>();
        Map<Long, Event> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        Map<String, Integer> started = new HashMap<>();
        Map<String, Integer> answered = new HashMap<>();
        for (Event event : events) {
            if (event.type().equals("ActivityStarted")) {
                started.merge(worker(event), 1, Integer::sum);
            }
            @Nullable Event before = byId.get(event.previous());
            if (before == null || !before.type().equals("ActivityStarted")) {
                continue;
            }
            switch (event.type()) {
                case "ActivitySucceeded", "ActivityFailed" -> answered.merge(worker(before), 1, Integer::sum);
                case "ActivityTimedOut" -> beats(before, event, entries, findings);
                default -> {}
            }
        }
        Set<String> tokens = new HashSet<>();
        for (SideEntry entry : entries) {
            if (entry.kind() == Kind.POLLED) {
                take(started, entry, "a task that is not in the history was handed to ", findings);
                if (!tokens.add(entry.note().path("token").asText())) {
                    findings.add("a task was handed out a second time, to " + entry.process());
                }
            } else if (entry.kind() == Kind.ANSWERED) {
                take(answered, entry, "not in the history is the acknowledged answer of ", findings);
            }
        }
        return findings;
    }

    /** Of the worker's heartbeats between two events. */
    private static void beats(Event started, Event timedOut, List<SideEntry> entries, List<String> findings) {
        for (SideEntry entry : entries) {
            long sent = entry.note().path("sent").asLong();
            if (entry.kind() == Kind.BEAT
                    && entry.process().equals(worker(started))
                    && sent >= started.millis()
                    && sent <= timedOut.millis()
                    && timedOut.millis() < sent + HEARTBEAT_MILLIS) {
                findings.add(
                        "timed out " + (timedOut.millis() - sent) + " ms after an acknowledged heartbeat: " + timedOut);
            }
        }
    }

    private static String worker(Event started) {
        return started.details().path("workerName").asText();
    }

    private static void take(Map<String, Integer> counts, SideEntry entry, String fault, List<String> findings) {
        if (counts.merge(entry.process(), -1, Integer::sum) < 0) {
            findings.add(fault + entry.process());
        }
    }
}
