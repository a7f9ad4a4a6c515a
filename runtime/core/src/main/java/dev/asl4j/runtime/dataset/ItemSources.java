package dev.asl4j.runtime.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.dataset.ObjectNames.ObjectName;
import dev.asl4j.runtime.objects.ObjectListing;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.objects.StoredObject;
import dev.asl4j.runtime.spi.ItemReader;
import dev.asl4j.runtime.spi.ItemReader.InputType;
import dev.asl4j.runtime.spi.ItemReader.ManifestType;
import dev.asl4j.runtime.spi.ItemReader.Transformation;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Opens what an {@code ItemReader} describes. */
public final class ItemSources {
    private static final double MILLIS = 1_000;

    private ItemSources() {}

    /** Opens a reader; the items come as they are asked for. */
    public static ItemSource open(ItemReader reader, ObjectStore store) throws IOException {
        if (reader.maxItems() < 0) {
            throw new IOException("field MaxItems must be positive");
        }
        ItemSource all = switch (reader.resource()) {
            case GET_OBJECT -> object(reader, store);
            case LIST_OBJECTS -> listing(reader, store);
        };
        return reader.maxItems() == 0 ? all : new FirstItems(all, reader.maxItems());
    }

    private static ItemSource object(ItemReader reader, ObjectStore store) throws IOException {
        String bucket = required(reader, "Bucket");
        String key = required(reader, "Key");
        @Nullable String version = text(reader, "VersionId");
        if (reader.manifestType() == null && reader.inputType() != InputType.MANIFEST) {
            return ObjectItems.of(reader, store, true).open(bucket, key, version);
        }
        InputStream raw = store.open(bucket, key, version);
        boolean opened = false;
        try {
            InputStream manifest = Decompression.of(raw);
            ItemSource items = reader.manifestType() == ManifestType.ATHENA_DATA
                    ? new FlattenedItems(Manifests.athena(manifest), ObjectItems.of(reader, store, false))
                    : Manifests.inventory(manifest, bucket, store);
            opened = true;
            return items;
        } finally {
            if (!opened) {
                raw.close();
            }
        }
    }

    private static ItemSource listing(ItemReader reader, ObjectStore store) throws IOException {
        String bucket = required(reader, "Bucket");
        @Nullable String prefix = text(reader, "Prefix");
        ObjectListing listing = store.list(bucket, prefix == null ? "" : prefix);
        if (reader.transformation() == Transformation.NONE) {
            return new ListedObjects(listing, "S3://" + bucket);
        }
        ObjectNames names = new ObjectNames() {
            @Override
            public @Nullable ObjectName next() throws IOException {
                @Nullable StoredObject object = listing.next();
                return object == null ? null : new ObjectName(bucket, object.key());
            }

            @Override
            public void close() throws IOException {
                listing.close();
            }
        };
        return new FlattenedItems(names, ObjectItems.of(reader, store, false));
    }

    private static String required(ItemReader reader, String argument) throws IOException {
        @Nullable String text = text(reader, argument);
        if (text == null) {
            throw new IOException("The ItemReader needs a " + argument + ".");
        }
        return text;
    }

    private static @Nullable String text(ItemReader reader, String argument) throws IOException {
        @Nullable JsonNode value = reader.arguments().get(argument);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IOException("The " + argument + " of the ItemReader must be a string.");
        }
        return value.textValue();
    }

    /** The objects themselves, as {@code ListObjectsV2} shows them. */
    private record ListedObjects(ObjectListing listing, String source) implements ItemSource {
        @Override
        public @Nullable DataItem next() throws IOException {
            @Nullable StoredObject object = listing.next();
            if (object == null) {
                return null;
            }
            double modified = (double) object.lastModified().toEpochMilli() / MILLIS;
            JsonNode value = Json.object()
                    .set("Etag", TextNode.valueOf(object.etag()))
                    .set("Key", TextNode.valueOf(object.key()))
                    .set("LastModified", DoubleNode.valueOf(modified))
                    .set("Size", LongNode.valueOf(object.size()))
                    .set("StorageClass", TextNode.valueOf(object.storageClass()))
                    .build();
            return DataItem.of(value, source);
        }

        @Override
        public void close() throws IOException {
            listing.close();
        }
    }

    /** At most so many. */
    private static final class FirstItems implements ItemSource {
        private final ItemSource all;
        private long left;

        FirstItems(ItemSource all, long left) {
            this.all = all;
            this.left = left;
        }

        @Override
        public @Nullable DataItem next() throws IOException {
            return left-- > 0 ? all.next() : null;
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
