package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.dataset.DataItem;
import dev.asl4j.runtime.dataset.ItemSource;
import dev.asl4j.runtime.dataset.ItemSources;
import dev.asl4j.runtime.dataset.StateData;
import dev.asl4j.runtime.error.ErrorNames;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.Distribution;
import dev.asl4j.runtime.spi.ItemReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a Map Run: a handler thread reads them in chunks, the driver takes them on its turns. The source is used by one thread at
 * a time, under the monitor.
 */
final class ItemFeed {
    private static final int MOST_ITEMS = 1_000;
    private static final int FEW_ITEMS = 500;
    private static final long MOST_BYTES = 1024 * 1024;

    private final Distribution distribution;
    private final @Nullable ObjectStore store;
    private final @Nullable StateData stateData; // the driver's, as the next three
    private final ArrayDeque<DataItem> buffer = new ArrayDeque<>();
    private boolean reading;
    private boolean exhausted;
    private long read;

    private @Nullable ItemSource source; // guarded by this, as the next two
    private long toSkip;
    private boolean closed;

    ItemFeed(Distribution distribution, @Nullable ObjectStore store) {
        this.distribution = distribution;
        this.store = store;
        stateData = distribution.reader() == null ? new StateData(distribution.items()) : null;
    }

    /** Leaves out so many items, before anything is read. */
    synchronized void skip(long items) {
        read = items;
        if (stateData == null) {
            toSkip = items;
        } else {
            for (long i = 0; i < items; i++) {
                stateData.next();
            }
        }
    }

    /** There is nothing that would have to be read. */
    void skipAll() {
        exhausted = true;
        if (stateData != null) {
            skip(distribution.items().size());
        }
    }

    // ---- on turns of the execution

    /** The next item that is here; null if there is none. */
    @Nullable
    DataItem poll() {
        return stateData == null ? buffer.poll() : stateData.next();
    }

    /** Whether it is known how many items there are. */
    boolean allRead() {
        return stateData != null || exhausted;
    }

    /** So many items are known to be there, those that were left out among them. */
    long known() {
        return stateData == null ? read : distribution.items().size();
    }

    /** Whether all items were taken. */
    boolean isDrained() {
        return stateData == null ? exhausted && buffer.isEmpty() : !stateData.hasNext();
    }

    /** Whether the items are those of the state, so that it costs nothing to go through them once more. */
    boolean isAtHand() {
        return stateData != null;
    }

    /** Whether a chunk should be read now; the caller then has one read. */
    boolean beginReading() {
        if (stateData != null || reading || exhausted || buffer.size() > FEW_ITEMS) {
            return false;
        }
        reading = true;
        return true;
    }

    /** Takes in what was read. */
    void add(Chunk chunk) {
        reading = false;
        exhausted = chunk.last;
        read += chunk.items.size();
        buffer.addAll(chunk.items);
    }

    // ---- on handler threads

    /** Reads a chunk, and closes the source after the last one. */
    synchronized Chunk read() {
        List<DataItem> items = new ArrayList<>();
        boolean last = false;
        @Nullable Failure failure = null;
        try {
            long bytes = 0;
            while (!closed && toSkip > 0) {
                toSkip = source().next() == null ? 0 : toSkip - 1;
            }
            while (!closed && !last && items.size() < MOST_ITEMS && bytes < MOST_BYTES) {
                @Nullable DataItem item = source().next();
                if (item == null) {
                    last = true;
                } else {
                    items.add(item);
                    bytes += Json.size(item.value());
                }
            }
        } catch (IOException | RuntimeException | Error e) { // a feed that says nothing would be waited for without end
            last = true;
            failure = new Failure(ErrorNames.ITEM_READER_FAILED, cause(e), false, e);
        }
        if (last) {
            close();
        }
        return new Chunk(items, last, failure);
    }

    /** Closes the source; waits for the end of a chunk that is being read. */
    synchronized void close() {
        closed = true;
        @Nullable ItemSource open = source;
        source = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException | RuntimeException nothingMoreIsWantedOfIt) {
                // the items that were read are here
            }
        }
    }

    private ItemSource source() throws IOException {
        if (source == null) {
            @Nullable ItemReader reader = distribution.reader();
            if (reader == null) {
                throw new IllegalStateException("nothing to read");
            }
            if (store == null) {
                throw new IOException("There is no object store to read from; give the engine or the run one.");
            }
            source = ItemSources.open(reader, store);
        }
        return source;
    }

    /** What went wrong, in the words of whoever noticed. */
    static String cause(Throwable e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    /**
     * Some items.
     *
     * @param last whether there are no more
     * @param failure why there are no more, if that is the reason
     */
    record Chunk(
            List<DataItem> items, boolean last, @Nullable Failure failure) {}
}
