package dev.asl4j.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.objects.ObjectListing;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.objects.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects that existed before a recorded run, in memory. */
final class RecordedObjects implements ObjectStore {
    private final Instant written;
    private final NavigableMap<String, NavigableMap<byte[], byte[]>> buckets = new TreeMap<>();

    RecordedObjects(List<JsonNode> objects, Instant written) {
        this.written = written;
        for (JsonNode object : objects) {
            JsonNode body = object.path("body");
            String text = body.isTextual() ? body.asText() : body.toString();
            bucket(object.path("bucket").asText()).put(bytes(object.path("key").asText()), bytes(text));
        }
    }

    private NavigableMap<byte[], byte[]> bucket(String name) {
        return buckets.computeIfAbsent(name, unused -> new TreeMap<>(Arrays::compareUnsigned));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized InputStream open(String bucket, String key, @Nullable String versionId) throws IOException {
        byte[] content = existing(bucket).get(bytes(key));
        if (content == null) {
            throw new FileNotFoundException("The specified key does not exist.");
        }
        return new ByteArrayInputStream(content);
    }

    @Override
    public synchronized ObjectListing list(String bucket, String prefix) throws IOException {
        List<StoredObject> found = existing(bucket).entrySet().stream()
                .map(entry -> described(new String(entry.getKey(), StandardCharsets.UTF_8), entry.getValue()))
                .filter(object -> object.key().startsWith(prefix))
                .toList();
        Iterator<StoredObject> objects = found.iterator();
        return () -> objects.hasNext() ? objects.next() : null;
    }

    private StoredObject described(String key, byte[] content) {
        String etag = "\"" + Integer.toHexString(Arrays.hashCode(content)) + "\"";
        return new StoredObject(key, etag, written, content.length, "STANDARD");
    }

    private NavigableMap<byte[], byte[]> existing(String bucket) throws IOException {
        NavigableMap<byte[], byte[]> objects = buckets.get(bucket);
        if (objects == null) {
            throw new FileNotFoundException("The specified bucket does not exist.");
        }
        return objects;
    }

    /** Buckets for results were there, empty, and are not part of a recording. */
    @Override
    public synchronized void write(String bucket, String key, InputStream content, long length) throws IOException {
        bucket(bucket).put(bytes(key), content.readAllBytes());
    }
}
