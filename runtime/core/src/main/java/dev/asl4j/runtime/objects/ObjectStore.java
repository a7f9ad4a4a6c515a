package dev.asl4j.runtime.objects;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of objects. Called on handler threads, by many at a time; a call may block. The message of an {@link IOException} becomes
 * the cause of {@code States.ItemReaderFailed} or {@code States.ResultWriterFailed}, so it should say what a user has to know.
 *
 * @since 0.1.0
 */
public interface ObjectStore {
    /**
     * Opens an object for reading from its start.
     *
     * @param versionId which version; null: the newest
     * @throws IOException if there is no such bucket, object or version, or it cannot be read
     */
    InputStream open(String bucket, String key, @Nullable String versionId) throws IOException;

    /**
     * Lists the objects whose keys begin with a prefix, in the order of the UTF-8 bytes of their keys.
     *
     * @param prefix may be empty
     * @throws IOException if there is no such bucket, or it cannot be listed
     */
    ObjectListing list(String bucket, String prefix) throws IOException;

    /**
     * Writes an object, in place of the one that was there. Readers see the old one or the new one, never a part.
     *
     * @param content read to its end, not closed
     * @param length how many bytes the content has
     * @throws IOException if there is no such bucket, or it cannot be written
     */
    void write(String bucket, String key, InputStream content, long length) throws IOException;
}
