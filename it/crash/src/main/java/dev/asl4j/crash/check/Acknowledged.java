package dev.asl4j.crash.check;

import java.util.Map;
import java.util.Set;

/**
 * What was acknowledged of task tokens.
 *
 * @param answered those whose answers were
 * @param beats when the last heartbeat was sent that was, in milliseconds since 1970
 */
public record Acknowledged(Set<String> answered, Map<String, Long> beats) {
    /** {@code HeartbeatSeconds} of the tasks that wait for a token that gets heartbeats. */
    private static final long HEARTBEAT_MILLIS = 10_000;

    /** What is wrong if a task that waited for a token has timed out then; empty if nothing is. */
    String finding(String token, long timedOutMillis) {
        long sent = beats.getOrDefault(token, 0L);
        if (answered.contains(token)) {
            return "an acknowledged answer is not in the history";
        }
        return sent <= timedOutMillis && timedOutMillis < sent + HEARTBEAT_MILLIS
                ? "an acknowledged heartbeat was sent " + (timedOutMillis - sent) + " ms before"
                : "";
    }
}
