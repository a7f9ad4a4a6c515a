package dev.asl4j.runtime.objects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder in the order of keys. A subfolder counts with its slash, so that {@code a-b} comes before {@code a/b}; the names of one
 * folder at a time, and of those around it, are in memory. Links are not followed.
 */
final class FileListing implements ObjectListing {
    private final String prefix;
    private final ArrayDeque<Entry> open = new ArrayDeque<>();

    FileListing(Path bucket, String prefix) throws IOException {
        this.prefix = prefix;
        push(bucket, "");
    }

    @Override
    public @Nullable StoredObject next() throws IOException {
        while (true) {
            @Nullable Entry entry = open.poll();
            if (entry == null) {
                return null;
            }
            try {
                if (entry.key.endsWith("/")) {
                    push(entry.path, entry.key);
                } else {
                    return object(entry);
                }
            } catch (NoSuchFileException e) {
                // deleted since the folder was read
            }
        }
    }

    private static StoredObject object(Entry entry) throws IOException {
        BasicFileAttributes file =
                Files.readAttributes(entry.path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long modified = file.lastModifiedTime().toMillis();
        String etag = '"' + Long.toHexString(modified) + "-" + Long.toHexString(file.size()) + '"';
        return new StoredObject(entry.key, etag, file.lastModifiedTime().toInstant(), file.size(), "STANDARD");
    }

    private void push(Path folder, String key) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                String childKey = key + name + (isFolder ? "/" : "");
                boolean wanted = childKey.startsWith(prefix) || (isFolder && prefix.startsWith(childKey));
                if (wanted && !name.startsWith(FileObjectStore.PARTIAL) && !Files.isSymbolicLink(child)) {
                    entries.add(new Entry(child, childKey, childKey.getBytes(StandardCharsets.UTF_8)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        entries.sort((a, b) -> Arrays.compareUnsigned(b.bytes, a.bytes));
        entries.forEach(open::push);
    }

    private static final class Entry {
        final Path path;
        final String key;
        final byte[] bytes;

        Entry(Path path, String key, byte[] bytes) {
            this.path = path;
            this.key = key;
            this.bytes = bytes;
        }
    }
}
