package dev.asl4j.runtime.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the children of a Map Run that is taken up again have been found in the store. Of the driver, on its turns. */
final class Reloading {
    private final StoredChildren source;
    private final int first;
    private final long itemsBefore;
    private final List<Integer> sizes;
    private final BitSet found = new BitSet();
    private final List<Message.ChildEnded> early = new ArrayList<>();
    private int foundBelow;
    private boolean reading;

    /** @param starting all children before those must be there */
    Reloading(StoredChildren source, Starting starting) {
        this.source = source;
        first = starting.positions();
        itemsBefore = starting.items();
        sizes = starting.sizes();
    }

    /** Position of the first child that may be missing. */
    int first() {
        return first;
    }

    /** So many items those before it stand for. */
    long itemsBefore() {
        return itemsBefore;
    }

    /** How many items those from it on stand for. */
    List<Integer> sizes() {
        return sizes;
    }

    /** Where a page is to be read now; null if one is being read. */
    @Nullable
    StoredChildren beginReading() {
        if (reading) {
            return null;
        }
        reading = true;
        return source;
    }

    void read() {
        reading = false;
    }

    /** A child is there. */
    void found(StoredChildren.Found child) {
        int position = child.position();
        if (position < first) {
            foundBelow++;
        } else {
            found.set(position - first);
        }
    }

    /** Whether a child at least is not there that must be. */
    boolean isAnyForgotten() {
        return foundBelow < first;
    }

    /** Whether the child is there; of those from the first position on. */
    boolean isFound(int position) {
        return found.get(position - first);
    }

    /** A child has ended, but may not have been found yet. */
    void early(Message.ChildEnded news) {
        early.add(news);
    }

    /** What was heard of the children up to that position. */
    List<Message.ChildEnded> takeEarly(int end) {
        List<Message.ChildEnded> taken = new ArrayList<>();
        for (Iterator<Message.ChildEnded> all = early.iterator(); all.hasNext(); ) {
            Message.ChildEnded news = all.next();
            if (news.position() <= end) {
                taken.add(news);
                all.remove();
            }
        }
        return taken;
    }
}
