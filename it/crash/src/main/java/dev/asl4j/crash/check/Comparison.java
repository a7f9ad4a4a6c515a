package dev.asl4j.crash.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.work.Order;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.StoredExecution.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Holds an execution against one that nothing has disturbed: the same end, and the same events apart from their order. */
final class Comparison {
    /** Those whose events depend on time: on when they were stopped, how long a worker was away, or which branch came first to its end. */
    private static final Set<String> LOOSE = Set.of("stopped", "polled", "mended", "mended-map");

    private Comparison() {}

    static List<String> findings(Order order, Progress progress, List<Event> events, List<Reference> references) {
        if (references.isEmpty()) {
            return List.of("there is nothing to compare it with");
        }
        List<String> fewest = null;
        for (Reference reference : references) {
            List<String> findings = findings(order, progress, events, reference);
            if (fewest == null || findings.size() < fewest.size()) {
                fewest = findings;
            }
        }
        return Objects.requireNonNull(fewest);
    }

    private static List<String> findings(Order order, Progress progress, List<Event> events, Reference reference) {
        List<String> findings = new ArrayList<>();
        JsonNode end = reference.end();
        compare("status", end.path("status").asText(), progress.status().name(), findings);
        JsonNode output = progress.output();
        compare("output", text(end.path("output")), output == null ? "" : Json.write(output), findings);
        compare("error", end.path("error").asText(), Objects.requireNonNullElse(progress.error(), "null"), findings);
        compare("cause", end.path("cause").asText(), Objects.requireNonNullElse(progress.cause(), "null"), findings);
        compare("redrives", end.path("redrives").asText(), Integer.toString(progress.redriveCount()), findings);
        if (findings.isEmpty() && !LOOSE.contains(order.machine()) && !isLate(order, events)) {
            List<Event> undisturbed = new ArrayList<>();
            reference.history().forEach(event -> undisturbed.add(Event.of(event)));
            difference(events, undisturbed, findings);
        }
        return findings;
    }

    /** Whether so long nobody was there that the time of a token ran out that gets heartbeats, beside the one that gets none. */
    private static boolean isLate(Order order, List<Event> events) {
        return order.machine().equals("callback")
                && events.stream()
                                .filter(event -> event.type().equals("TaskTimedOut"))
                                .count()
                        > 1;
    }

    private static String text(JsonNode output) {
        return output.isNull() || output.isMissingNode() ? "" : Json.write(output);
    }

    private static void compare(String what, String expected, String actual, List<String> findings) {
        if (!expected.equals(actual)) {
            findings.add(what + " " + actual + ", undisturbed " + expected);
        }
    }

    private static void difference(List<Event> events, List<Event> undisturbed, List<String> findings) {
        List<String> more = gists(events);
        List<String> missing = gists(undisturbed);
        List.copyOf(more).stream().filter(missing::remove).forEach(more::remove);
        if (!more.isEmpty() || !missing.isEmpty()) {
            findings.add("events too many: " + more + ", missing: " + missing);
        }
    }

    /** Without what tells of a moment: whether an answer overtook the handler that asked for it. */
    private static List<String> gists(List<Event> events) {
        Stream<Event> all = events.stream().filter(event -> !event.type().equals("TaskSubmitted"));
        return new ArrayList<>(all.map(Event::gist).sorted().toList());
    }
}
