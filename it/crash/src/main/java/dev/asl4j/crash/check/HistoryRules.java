package dev.asl4j.crash.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for every history of an execution that has ended. */
final class HistoryRules {
    private final List<Event> events;
    private final List<String> findings = new ArrayList<>();

    private HistoryRules(List<Event> events) {
        this.events = events;
    }

    /** What is wrong with a history. */
    static List<String> findings(List<Event> events) {
        HistoryRules rules = new HistoryRules(events);
        if (events.isEmpty()) {
            return List.of("it has no history");
        }
        rules.ids();
        rules.links();
        rules.ends();
        rules.tasks();
        return rules.findings;
    }

    private void ids() {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).id() != i + 1L) {
                findings.add("event " + (i + 1) + " is missing or doubled: there is " + events.get(i));
                return;
            }
        }
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).millis() < events.get(i - 1).millis()) {
                findings.add("earlier than the one before: " + events.get(i));
            }
        }
    }

    private void links() {
        for (Event event : events) {
            if (event.previous() < 0 || event.previous() >= event.id()) {
                findings.add("follows upon no earlier one: " + event);
            }
            if (event.previous() == 0 && !mayBeginAChain(event)) {
                findings.add("follows upon nothing: " + event);
            }
        }
    }

    private static boolean mayBeginAChain(Event event) {
        return event.id() <= 2
                || event.type().equals("ExecutionRedriven")
                || event.type().equals("ExecutionAborted")
                || event.type().equals("ExecutionTimedOut");
    }

    /** The last one is an end; each other end is followed by a redrive. */
    private void ends() {
        if (!events.get(0).type().equals("ExecutionStarted")) {
            findings.add("does not begin with ExecutionStarted: " + events.get(0));
        }
        for (int i = 0; i < events.size(); i++) {
            boolean last = i == events.size() - 1;
            boolean redriven = !last && events.get(i + 1).type().equals("ExecutionRedriven");
            if (events.get(i).isEnd() != (last || redriven)) {
                findings.add(last ? "ends with " + events.get(i) : "goes on after " + events.get(i));
            }
        }
    }

    /** Every attempt ends once at most, and what is scheduled starts once at most. */
    private void tasks() {
        Map<Long, String> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event.type()));
        Set<String> followed = new HashSet<>();
        for (Event event : events) {
            boolean continues = event.isTask() && !event.isScheduled();
            if (!continues) {
                continue;
            }
            String before = byId.getOrDefault(event.previous(), "nothing");
            if (!before.endsWith("Scheduled") && !before.endsWith("Started") && !before.endsWith("Submitted")) {
                findings.add(event + " follows upon " + before);
            }
            if (!followed.add(Long.toString(event.previous()))) {
                findings.add("a second one of the same attempt: " + event);
            }
        }
    }
}
