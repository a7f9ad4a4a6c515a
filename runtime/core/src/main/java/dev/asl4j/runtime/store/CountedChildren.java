package dev.asl4j.runtime.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Children of Map Runs that have ended, as their parents know. A Map Run may have millions: only the last ones are kept, as many as of
 * other executions, and as many as take a small part of the memory. Without the others it goes on as well, but it cannot be redriven.
 */
final class CountedChildren {
    /** So many bytes all of them may take, roughly: as objects they take a few times the room. */
    private static final long MOST_BYTES =
            Math.max(1024 * 1024, Runtime.getRuntime().maxMemory() / 32);

    private static final int FEWEST = 32;
    private static final int BYTES_OF_AN_EXECUTION = 256;

    private final int most;
    private final ArrayDeque<Counted> all = new ArrayDeque<>();
    private long bytes;

    /** @param most as many as of other executions; a few are kept in any case, for whoever looks them up now */
    CountedChildren(int most) {
        this.most = Math.max(FEWEST, most);
    }

    void add(MemoryEntry child) {
        Counted added = new Counted(child, bytes(child));
        child.counted++;
        all.add(added);
        bytes += added.bytes;
    }

    /** One that is too much, which is not kept here any more; null if there is none. */
    @Nullable
    MemoryEntry poll() {
        while (all.size() > most || (bytes > MOST_BYTES && all.size() > FEWEST)) {
            Counted oldest = all.remove();
            bytes -= oldest.bytes;
            MemoryEntry child = oldest.child;
            if (--child.counted == 0 && child.settled && !child.isGone()) { // or it goes on again
                return child;
            }
        }
        return null;
    }

    private static long bytes(MemoryEntry child) {
        JsonNode output = child.progress.output();
        return (long) BYTES_OF_AN_EXECUTION
                + child.bytes()
                + Json.size(child.head.input())
                + (output == null ? 0 : Json.size(output));
    }

    private record Counted(MemoryEntry child, long bytes) {}
}
