package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.ResultWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files a {@code ResultWriter} exports: {@code SUCCEEDED_n}, {@code FAILED_n} and {@code PENDING_n}, and the {@code manifest.json} that
 * names them. Entries are spooled to temporary files, which go to the store when they are complete: object stores want to know the
 * length beforehand. Not for two threads at the same time.
 */
public final class ResultExport {
    /** The kinds of file. */
    public enum Kind {
        FAILED,
        PENDING,
        SUCCEEDED
    }

    /** As AWS splits them; also the most that S3 takes in one request. */
    private static final long LARGEST_FILE = 5L * 1024 * 1024 * 1024;

    private final ObjectStore store;
    private final String bucket;
    private final String folder;
    private final String mapRunArn;
    private final Map<Kind, ResultFiles> files = new EnumMap<>(Kind.class);

    /**
     * An export.
     *
     * @param writer with arguments
     * @param mapRunArn the last part of it names the folder
     * @throws IOException if the arguments are not complete
     */
    public ResultExport(ResultWriter writer, ObjectStore store, String mapRunArn) throws IOException {
        this(writer, store, mapRunArn, LARGEST_FILE);
    }

    ResultExport(ResultWriter writer, ObjectStore store, String mapRunArn, long largestFile) throws IOException {
        this.store = store;
        this.mapRunArn = mapRunArn;
        JsonNode arguments = writer.arguments() == null ? Json.EMPTY : writer.arguments();
        @Nullable JsonNode bucket = arguments.get("Bucket");
        if (bucket == null || !bucket.isTextual()) {
            throw new IOException("The ResultWriter needs a Bucket.");
        }
        this.bucket = bucket.textValue();
        String prefix = arguments.path("Prefix").asText("");
        String slash = prefix.isEmpty() || prefix.endsWith("/") ? "" : "/";
        folder = prefix + slash + mapRunArn.substring(mapRunArn.lastIndexOf(':') + 1) + "/";
        for (Kind kind : Kind.values()) {
            files.put(kind, new ResultFiles(folder + kind + "_", writer.outputType(), this::upload, largestFile));
        }
    }

    /** Adds an entry to the files of a kind. */
    public void add(Kind kind, JsonNode entry) throws IOException {
        files(kind).add(entry);
    }

    /**
     * Completes the files.
     *
     * @return the result of the Map: its Map Run, bucket and key of the manifest
     */
    public JsonNode finish() throws IOException {
        var resultFiles = Json.object();
        for (Kind kind : Kind.values()) {
            resultFiles.set(kind.name(), files(kind).finish());
        }
        JsonNode manifest = Json.object()
                .set("DestinationBucket", TextNode.valueOf(bucket))
                .set("MapRunArn", TextNode.valueOf(mapRunArn))
                .set("ResultFiles", resultFiles.build())
                .build();
        String key = folder + "manifest.json";
        byte[] bytes = Json.write(manifest).getBytes(StandardCharsets.UTF_8);
        store.write(bucket, key, new ByteArrayInputStream(bytes), bytes.length);
        JsonNode details = Json.object()
                .set("Bucket", TextNode.valueOf(bucket))
                .set("Key", TextNode.valueOf(key))
                .build();
        return Json.object()
                .set("MapRunArn", TextNode.valueOf(mapRunArn))
                .set("ResultWriterDetails", details)
                .build();
    }

    /** Removes what is spooled; what is in the store stays. To be called in any case. */
    public void close() throws IOException {
        for (ResultFiles each : files.values()) {
            each.close();
        }
    }

    private void upload(String key, Spool spool) throws IOException {
        try (var content = spool.read()) {
            store.write(bucket, key, content, spool.size());
        }
    }

    private ResultFiles files(Kind kind) {
        ResultFiles found = files.get(kind);
        if (found == null) {
            throw new IllegalStateException("no files for " + kind);
        }
        return found;
    }
}
