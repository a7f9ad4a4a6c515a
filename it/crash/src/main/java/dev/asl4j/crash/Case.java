package dev.asl4j.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.crash.work.Order;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order, and how far it is known to have come. Used by the thread of the campaign alone. */
final class Case {
    private final Order order;
    private final long afterMillis;
    private final List<String> findings = new ArrayList<>();
    private boolean askedToStart;
    private boolean started;
    private long startedAt;
    private boolean stopped;
    private boolean askedToRedrive;
    private boolean redriven;
    private boolean updated;
    private boolean busy;
    private long lookedAt;
    private String stands = "not started";
    private @Nullable JsonNode end;

    /** @param afterMillis when it is stopped or updated, if that is its fate */
    Case(Order order, long afterMillis) {
        this.order = order;
        this.afterMillis = afterMillis;
    }

    Order order() {
        return order;
    }

    /** Whether a command about it is under way. */
    boolean isBusy() {
        return busy;
    }

    void busy(boolean busy) {
        this.busy = busy;
    }

    /** Whether its start was acknowledged. */
    boolean isStarted() {
        return started;
    }

    boolean wasAskedToStart() {
        return askedToStart;
    }

    void askedToStart() {
        askedToStart = true;
    }

    void started(long now) {
        started = true;
        startedAt = now;
    }

    boolean isToBeStopped(long now) {
        return order.fate() == Order.Fate.STOP && !stopped && now - startedAt > afterMillis;
    }

    /** Whether its stop was acknowledged. */
    boolean isStopped() {
        return stopped;
    }

    void stopped() {
        stopped = true;
    }

    boolean isToBeUpdated(long now) {
        return order.fate() == Order.Fate.UPDATE && !updated && now - startedAt > afterMillis;
    }

    /** Whether the update of its Map Run was acknowledged. */
    boolean isUpdated() {
        return updated;
    }

    void updated() {
        updated = true;
    }

    /** Whether its Map Run, described, is as it was updated. */
    boolean wasUpdated(JsonNode mapRun) {
        return mapRun.path("concurrency").asInt() == Clerk.CONCURRENCY;
    }

    boolean isToBeRedriven() {
        return order.fate() == Order.Fate.MEND
                && !redriven
                && end != null
                && end.path("status").asText().equals("FAILED");
    }

    boolean wasAskedToRedrive() {
        return askedToRedrive;
    }

    void askedToRedrive() {
        askedToRedrive = true;
    }

    /** Its redrive was acknowledged: it has not ended any more. */
    void redriven() {
        redriven = true;
        end = null;
    }

    /** When it was described last. */
    long lookedAt() {
        return lookedAt;
    }

    /** It was described; what has been seen to have ended must stay so. */
    void seen(JsonNode description, long now) {
        lookedAt = now;
        String status = description.path("status").asText();
        stands = status + " at " + description.path("states") + ", parked: " + description.path("parked");
        if (stopped && !status.equals("ABORTED")) {
            finding("its stop was acknowledged, and it is " + status);
        }
        if (!status.equals("RUNNING")) {
            end = description;
            if (order.fate() == Order.Fate.UPDATE && !updated) {
                finding("it ended before its Map Run could be updated");
            }
        } else if (end != null) {
            finding("it was seen to be " + end.path("status").asText() + ", and runs again");
        }
    }

    /** Where it stood when it was described last. */
    String stands() {
        return stands;
    }

    /** How it ended, as it was seen; null while it is not known to have ended. */
    @Nullable
    JsonNode end() {
        return end;
    }

    /** Whether nothing is left to be done about it. */
    boolean isClosed() {
        return end != null && !isToBeRedriven();
    }

    void finding(String text) {
        if (!findings.contains(text)) {
            findings.add(text);
        }
    }

    List<String> findings() {
        return findings;
    }
}
