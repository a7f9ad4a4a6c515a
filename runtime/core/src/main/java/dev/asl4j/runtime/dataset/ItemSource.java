package dev.asl4j.runtime.dataset;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Items, one after the other. Not for two threads at the same time. */
public interface ItemSource extends Closeable {
    /** The next item; null after the last one. */
    @Nullable
    DataItem next() throws IOException;

    @Override
    void close() throws IOException;
}
