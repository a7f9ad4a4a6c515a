package dev.asl4j.crash.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits and delays before retries are as long as they are meant to be: a crash neither shortens them nor has them begin anew. */
final class Delays {
    /** No engine is away for as long as that, nor for so often that a wait that began anew each time would end in time. */
    private static final long LATE_MILLIS = Long.getLong("crash.late", 60_000);

    /** The shortest delay before a retry, in all definitions. */
    private static final long RETRY_MILLIS = 1_000;

    private Delays() {}

    /**
     * What is wrong with a history.
     *
     * @param input of the execution, which some waits go by
     */
    static List<String> findings(List<Event> events, JsonNode input) {
        List<String> findings = new ArrayList<>();
        Map<Long, Event> byId = new HashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        for (Event event : events) {
            @Nullable Event before = byId.get(event.previous());
            if (before == null) {
                continue;
            }
            long millis = event.millis() - before.millis();
            if (event.type().equals("WaitStateExited")) {
                seconds(event.details().path("name").asText(), input)
                        .ifPresent(seconds -> wait(event, millis, TimeUnit.SECONDS.toMillis(seconds), findings));
            } else if (event.isScheduled() && before.isTaskEnd() && millis < RETRY_MILLIS) {
                findings.add("was tried again after " + millis + " ms: " + event);
            }
        }
        return findings;
    }

    private static void wait(Event exit, long millis, long due, List<String> findings) {
        if (millis < due || millis > due + LATE_MILLIS) {
            findings.add("waited for " + millis + " ms instead of " + due + ": " + exit);
        }
    }

    /** How long a state waits, in all definitions. */
    private static OptionalLong seconds(String state, JsonNode input) {
        return switch (state) {
            case "Short", "Settle", "Rest" -> OptionalLong.of(1);
            case "Long", "Pause" -> OptionalLong.of(input.path("long").asLong());
            case "Minute" -> OptionalLong.of(input.path("rest").asLong());
            case "Past" -> OptionalLong.of(0);
            default -> OptionalLong.empty();
        };
    }
}
