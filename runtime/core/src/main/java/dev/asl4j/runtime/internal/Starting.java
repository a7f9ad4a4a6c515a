package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.data.ObjectBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Which children of a Map Run were started and are not yet known to be in the store. After a crash those that are not there are started
 * again, with the same items: so it is kept how many items each stands for. They are few, so that keeping them costs little with every
 * turn. Children are started on turns, and found to be stored on any thread.
 */
final class Starting {
    /** So many children may be on their way into the store. */
    static final int MOST = 512;

    private static final String POSITIONS = "positions";
    private static final String ITEMS = "itemsStored";
    private static final String STARTING = "starting";

    private int positions; // all below are stored; guarded by this, as all below
    private long items;
    private final ArrayDeque<Child> open = new ArrayDeque<>();

    /** A child was started; its position is the next one. */
    synchronized void started(int itemCount) {
        open.add(new Child(itemCount));
    }

    /**
     * A child is in the store.
     *
     * @return whether children can be started which could not before
     */
    synchronized boolean stored(int position) {
        boolean wasFull = isFull();
        int at = position - positions;
        if (at >= 0 && at < open.size()) {
            int passed = 0;
            for (Child child : open) {
                if (passed++ == at) {
                    child.stored = true;
                    break;
                }
            }
            while (!open.isEmpty() && open.getFirst().stored) {
                items += open.remove().items;
                positions++;
            }
        }
        return wasFull && !isFull();
    }

    /** Whether all that were started are stored. */
    synchronized boolean isQuiet() {
        return open.isEmpty();
    }

    /** Whether no more children should be started for now. */
    synchronized boolean isFull() {
        return open.size() >= MOST;
    }

    /** All children below this position are stored. */
    synchronized int positions() {
        return positions;
    }

    /** The position of the next child. */
    synchronized int next() {
        return positions + open.size();
    }

    /** So many items those stand for. */
    synchronized long items() {
        return items;
    }

    /** How many items the children from that position on stand for. */
    synchronized List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>(open.size());
        open.forEach(child -> sizes.add(child.items));
        return sizes;
    }

    synchronized void note(ObjectBuilder detail) {
        detail.set(POSITIONS, IntNode.valueOf(positions)).set(ITEMS, LongNode.valueOf(items));
        if (!open.isEmpty()) {
            JsonNode[] sizes = new JsonNode[open.size()];
            int next = 0;
            for (Child child : open) {
                sizes[next++] = IntNode.valueOf(child.items);
            }
            detail.set(STARTING, Json.array(sizes));
        }
    }

    static Starting of(JsonNode detail) {
        Starting starting = new Starting();
        starting.positions = detail.path(POSITIONS).asInt();
        starting.items = detail.path(ITEMS).asLong();
        for (JsonNode size : detail.path(STARTING)) {
            starting.open.add(new Child(size.asInt()));
        }
        return starting;
    }

    private static final class Child {
        private final int items;
        private boolean stored;

        Child(int items) {
            this.items = items;
        }
    }
}
