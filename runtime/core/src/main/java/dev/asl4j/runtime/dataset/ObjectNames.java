package dev.asl4j.runtime.dataset;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Names of objects, one after the other. */
interface ObjectNames extends Closeable {
    /** The next name; null after the last one. */
    @Nullable
    ObjectName next() throws IOException;

    /** Where an object is. */
    record ObjectName(String bucket, String key) {}
}
