package dev.asl4j.runtime.dataset;

import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.ItemReader.HeaderLocation;
import dev.asl4j.runtime.spi.ItemReader.InputType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens single objects as items, all in the same way. */
final class ObjectItems {
    private final ObjectStore store;
    private final InputType type;
    private final char delimiter;
    private final @Nullable List<String> headers;
    private final List<String> pointer;
    private final boolean needsRecord;

    private ObjectItems(
            ObjectStore store,
            InputType type,
            char delimiter,
            @Nullable List<String> headers,
            List<String> pointer,
            boolean needsRecord) {
        this.store = store;
        this.type = type;
        this.delimiter = delimiter;
        this.headers = headers;
        this.pointer = pointer;
        this.needsRecord = needsRecord;
    }

    /** As the reader says. */
    static ObjectItems of(ItemReader reader, ObjectStore store, boolean single) throws IOException {
        @Nullable InputType type = reader.inputType();
        if (type == null || type == InputType.MANIFEST) {
            throw new IOException("ReaderConfig.InputType must be CSV, JSON or JSONL to read the items of an object.");
        }
        return new ObjectItems(
                store,
                type,
                reader.csvDelimiter().character(),
                reader.csvHeaderLocation() == HeaderLocation.GIVEN ? reader.csvHeaders() : null,
                pointer(reader.itemsPointer()),
                single);
    }

    /** The files of an S3 inventory: CSV without a header record. */
    static ObjectItems inventory(ObjectStore store, List<String> headers) {
        return new ObjectItems(store, InputType.CSV, ',', headers, List.of(), false);
    }

    ItemSource open(String bucket, String key, @Nullable String versionId) throws IOException {
        InputStream raw = store.open(bucket, key, versionId);
        boolean opened = false;
        try {
            ItemSource items = read(Decompression.of(raw), "S3://" + bucket + "/" + key);
            opened = true;
            return items;
        } finally {
            if (!opened) {
                raw.close();
            }
        }
    }

    private ItemSource read(InputStream stream, String source) throws IOException {
        return switch (type) {
            case CSV -> new CsvItems(stream, delimiter, headers, needsRecord, source);
            case JSON -> new JsonItems(stream, pointer, source);
            case JSONL -> new JsonLineItems(stream, source);
            case MANIFEST -> throw new IllegalStateException("a manifest inside a manifest");
        };
    }

    /** The parts of a JSON Pointer (RFC 6901). */
    private static List<String> pointer(String pointer) throws IOException {
        List<String> parts = new ArrayList<>();
        if (pointer.isEmpty()) {
            return parts;
        }
        if (pointer.charAt(0) != '/') {
            throw new IOException("ReaderConfig.ItemsPointer must begin with a slash: " + pointer);
        }
        for (String part : pointer.substring(1).split("/", -1)) {
            parts.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return parts;
    }
}
