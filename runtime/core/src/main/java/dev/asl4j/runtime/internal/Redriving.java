package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import dev.asl4j.runtime.internal.Outcome.Ending;
import dev.asl4j.runtime.spi.ExecutionType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The children of a Map Run that have ended without success and are to go on, as the Map Run is redriven. They do so by position; up to
 * which one they were told is kept with every turn. An Express child is started anew: those that may not be in the store yet are kept too.
 */
final class Redriving {
    private static final String FROM = "redriveFrom";
    private static final String BELOW = "redriveBelow";
    private static final String ANEW = "anew";

    private final TreeMap<Integer, Unsuccessful> waiting = new TreeMap<>();
    private final Map<Integer, Long> anew =
            new ConcurrentSkipListMap<>(); // position, and key of the child there before
    private int from;
    private int below;
    private final Set<Integer> leftovers = new HashSet<>(); // positions

    private Redriving() {}

    static Redriving of(JsonNode detail) {
        Redriving redriving = new Redriving();
        redriving.from = detail.path(FROM).asInt();
        redriving.below = detail.path(BELOW).asInt();
        for (JsonNode entry : detail.path(ANEW)) {
            redriving.anew.put(entry.path(0).asInt(), entry.path(1).asLong());
        }
        return redriving;
    }

    void note(ObjectBuilder detail) {
        if (below == 0) {
            return;
        }
        detail.set(FROM, IntNode.valueOf(from)).set(BELOW, IntNode.valueOf(below));
        if (!anew.isEmpty()) {
            detail.set(
                    ANEW,
                    Json.array(anew.entrySet().stream()
                            .map(entry ->
                                    Json.array(IntNode.valueOf(entry.getKey()), LongNode.valueOf(entry.getValue())))
                            .toArray(JsonNode[]::new)));
        }
    }

    /** The Map Run is redriven; so many children have been started. */
    void begin(int children) {
        from = 0;
        below = children;
        anew.clear();
    }

    /** A child below this position may have been told to go on, and not have noticed yet. */
    int toldBelow() {
        return from;
    }

    /** Whether the child, if it has not succeeded, is to go on. */
    boolean concerns(int position, long key) {
        @Nullable Long before = anew.get(position);
        return isUntold(position) || (before != null && before == key);
    }

    /** A child was found running. If it was told to end when its Map Run ended, it is waited for before any goes on. */
    void running(int position) {
        if (isUntold(position)) {
            leftovers.add(position);
        }
    }

    /** A child has ended; gives whether it is one that was waited for. */
    boolean ended(int position) {
        return leftovers.remove(position);
    }

    /** Whether children can go on now. */
    boolean isReady() {
        return leftovers.isEmpty();
    }

    void add(Unsuccessful child) {
        waiting.put(child.execution.position(), child);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether nothing is under way that the store does not know of. */
    boolean isQuiet() {
        return leftovers.isEmpty() && anew.isEmpty();
    }

    /** The next child that is to go on; null if there is none. */
    @Nullable
    Unsuccessful poll() {
        Map.@Nullable Entry<Integer, Unsuccessful> first = waiting.pollFirstEntry();
        if (first == null) {
            return null;
        }
        from = Math.max(from, first.getKey() + 1);
        return first.getValue();
    }

    /** Whether no more Express children should be started for now. */
    boolean isFull() {
        return anew.size() >= Starting.MOST;
    }

    /** An Express child is started anew. */
    void startedAnew(Unsuccessful child) {
        anew.put(child.execution.position(), child.execution.key());
    }

    /**
     * It is in the store; on any thread.
     *
     * @return whether others can be started that could not before
     */
    boolean stored(int position) {
        boolean wasFull = isFull();
        return anew.remove(position) != null && wasFull;
    }

    private boolean isUntold(int position) {
        return position >= from && position < below;
    }

    /** A child that has not succeeded. */
    record Unsuccessful(ChildExecution execution, Outcome outcome) {
        Ending ending() {
            return outcome.ending();
        }

        boolean isExpress() {
            return execution.identity().type() == ExecutionType.EXPRESS;
        }
    }
}
