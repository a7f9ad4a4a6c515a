package dev.asl4j.runtime.objects;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Objects of a bucket, one after the other, so that a list of any length passes through.
 *
 * @since 0.1.0
 */
public interface ObjectListing extends Closeable {
    /** The next object; null after the last one. */
    @Nullable
    StoredObject next() throws IOException;

    @Override
    default void close() throws IOException {}
}
