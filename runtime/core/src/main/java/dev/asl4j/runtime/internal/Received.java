package dev.asl4j.runtime.internal;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which messages of the store an execution has been handed: a store may hand one out twice. */
final class Received {
    private static final int REMEMBERED = 1_024;

    private @Nullable TreeSet<Long> ids; // guarded by this

    /** Whether it comes for the first time. Ids grow with time, so only the last ones have to be remembered. */
    synchronized boolean add(long id) {
        if (ids == null) {
            ids = new TreeSet<>();
        }
        boolean isNew = ids.add(id);
        if (ids.size() > REMEMBERED) {
            ids.pollFirst();
        }
        return isNew;
    }
}
