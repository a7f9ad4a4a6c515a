package dev.asl4j.crash.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Which events may follow upon which, and how many: a step that was done again would be a second one upon the event before it. */
final class Succession {
    private static final String NOTHING = "";

    /** Events that say something of one that has its own follower beside. */
    private static final Set<String> BESIDE = Set.of(
            "MapIterationStarted",
            "MapIterationSucceeded",
            "MapStateSucceeded",
            "MapStateExited",
            "MapStateFailed",
            "MapRunRedriven",
            "ParallelStateSucceeded",
            "ParallelStateExited",
            "ParallelStateFailed",
            "TaskStateAborted",
            "EvaluationFailed",
            "ExecutionAborted",
            "ExecutionTimedOut");

    private final Map<Long, Event> byId = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    private Succession() {}

    /** What is wrong with a history. */
    static List<String> findings(List<Event> events) {
        Succession succession = new Succession();
        events.forEach(event -> succession.byId.put(event.id(), event));
        events.forEach(succession::legal);
        succession.single(events);
        return succession.findings;
    }

    private void legal(Event event) {
        @Nullable Event before = byId.get(event.previous());
        String previous = before == null ? NOTHING : before.type();
        if (!LEGAL.getOrDefault(kind(event.type()), (type, other) -> false).test(event.type(), previous)) {
            findings.add(event + " follows upon " + (before == null ? "nothing" : before.type()));
        }
    }

    /** What is not beside another event follows alone, once for each time that the execution was redriven. */
    private void single(List<Event> events) {
        long redrives = events.stream()
                .filter(event -> event.type().equals("ExecutionRedriven"))
                .count();
        Map<Long, Integer> followers = new HashMap<>();
        for (Event event : events) {
            @Nullable Event before = byId.get(event.previous());
            if (before == null || before.type().equals("ParallelStateStarted") || BESIDE.contains(event.type())) {
                continue;
            }
            int count = followers.merge(before.id(), 1, Integer::sum);
            if (count > 1 + (before.type().endsWith("Entered") ? redrives : 0)) {
                findings.add("a second one after " + before + ": " + event);
            }
        }
    }

    /** How an event's type ends. */
    private static String kind(String type) {
        return LEGAL.containsKey(type)
                ? type
                : LEGAL.keySet().stream().filter(type::endsWith).findFirst().orElse(NOTHING);
    }

    /** By type, or end of it, whether one may follow upon another. */
    private static final Map<String, BiPredicate<String, String>> LEGAL = Map.ofEntries(
            Map.entry("ExecutionStarted", (type, before) -> before.isEmpty()),
            Map.entry("ExecutionRedriven", (type, before) -> isEnd(before)),
            Map.entry("ExecutionSucceeded", (type, before) -> before.endsWith("StateExited")),
            Map.entry("ExecutionFailed", (type, before) -> isFailure(before) || before.equals("FailStateEntered")),
            Map.entry("EvaluationFailed", (type, before) -> true),
            Map.entry("ExecutionTimedOut", (type, before) -> true),
            Map.entry("ExecutionAborted", (type, before) -> before.isEmpty()),
            Map.entry(
                    "StateEntered",
                    (type, before) -> before.isEmpty()
                            || before.endsWith("StateExited")
                            || isAny(before, "ParallelStateStarted", "MapIterationStarted")),
            Map.entry("TaskStateExited", (type, before) -> isAttemptsEnd(before)),
            Map.entry("ParallelStateExited", (type, before) -> isBranchesEnd(before)),
            Map.entry("MapStateExited", (type, before) -> isBranchesEnd(before) || before.startsWith("MapRun")),
            Map.entry("StateExited", (type, before) -> before.equals(type.replace("Exited", "Entered"))),
            Map.entry("TaskStateAborted", (type, before) -> !before.isEmpty()),
            Map.entry("Scheduled", (type, before) -> before.equals("TaskStateEntered") || isFailure(before)),
            Map.entry("TaskStarted", (type, before) -> before.endsWith("Scheduled")),
            Map.entry("LambdaFunctionStarted", (type, before) -> before.endsWith("Scheduled")),
            Map.entry("ActivityStarted", (type, before) -> before.endsWith("Scheduled")),
            Map.entry("TaskSubmitted", (type, before) -> before.equals("TaskStarted")),
            Map.entry("ParallelStateStarted", (type, before) -> before.equals("ParallelStateEntered")),
            Map.entry("ParallelStateSucceeded", (type, before) -> isBranchesEnd(before)),
            Map.entry("ParallelStateFailed", (type, before) -> isFailure(before)),
            Map.entry("MapStateStarted", (type, before) -> before.equals("MapStateEntered")),
            Map.entry(
                    "MapIterationStarted",
                    (type, before) -> before.equals("MapStateStarted") || before.endsWith("StateExited")),
            Map.entry("MapIterationSucceeded", (type, before) -> before.endsWith("StateExited")),
            Map.entry("MapStateSucceeded", (type, before) -> isBranchesEnd(before) || before.startsWith("MapRun")),
            Map.entry("MapStateFailed", (type, before) -> isFailure(before)),
            Map.entry("MapRunStarted", (type, before) -> before.equals("MapStateStarted")),
            Map.entry("MapRunRedriven", (type, before) -> before.equals("MapStateEntered")),
            Map.entry("MapRunSucceeded", (type, before) -> isAny(before, "MapRunStarted", "MapRunRedriven")),
            Map.entry("MapRunFailed", (type, before) -> isAny(before, "MapRunStarted", "MapRunRedriven")),
            Map.entry("Succeeded", (type, before) -> isUnderWay(before)),
            Map.entry("Failed", (type, before) -> isUnderWay(before)),
            Map.entry("TimedOut", (type, before) -> isUnderWay(before)));

    private static boolean isAny(String type, String... others) {
        return List.of(others).contains(type);
    }

    private static boolean isEnd(String type) {
        return isAny(type, "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut");
    }

    private static boolean isFailure(String type) {
        return type.endsWith("Failed") || type.endsWith("TimedOut");
    }

    private static boolean isAttemptsEnd(String type) {
        return type.endsWith("Succeeded") || isFailure(type);
    }

    private static boolean isBranchesEnd(String type) {
        return type.endsWith("StateExited") || type.equals("MapIterationSucceeded");
    }

    private static boolean isUnderWay(String type) {
        return type.endsWith("Scheduled") || type.endsWith("Started") || type.endsWith("Submitted");
    }
}
