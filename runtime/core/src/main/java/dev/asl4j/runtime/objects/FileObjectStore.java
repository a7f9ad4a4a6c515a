package dev.asl4j.runtime.objects;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects as files: a bucket is a folder inside the given one, a key is a path inside of that. Buckets are made by the user. Keys that
 * are not such paths are refused: with an empty part, with {@code .} or {@code ..}, ending with a slash, or leading out of the folder by a
 * link. There is one version of each object, with the id {@code null}.
 *
 * @since 0.1.0
 */
public final class FileObjectStore implements ObjectStore {
    /** Begins the names of files that are being written; such files are not listed. */
    static final String PARTIAL = ".asl4j-partial-";

    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final String ONLY_VERSION = "null";

    private final Path root;

    private FileObjectStore(Path root) {
        this.root = root;
    }

    /**
     * A store in a folder.
     *
     * @param folder has to exist when it is used, not before
     */
    public static FileObjectStore at(Path folder) {
        return new FileObjectStore(folder.toAbsolutePath().normalize());
    }

    @Override
    public InputStream open(String bucket, String key, @Nullable String versionId) throws IOException {
        if (versionId != null && !versionId.equals(ONLY_VERSION)) {
            throw new IOException("The specified version does not exist: " + versionId);
        }
        Path file = file(bucket(bucket), key);
        try {
            if (Files.isRegularFile(file)) {
                return Files.newInputStream(file);
            }
        } catch (NoSuchFileException e) {
            // said below
        }
        throw new FileNotFoundException("The specified key does not exist: s3://" + bucket + "/" + key);
    }

    @Override
    public ObjectListing list(String bucket, String prefix) throws IOException {
        return new FileListing(bucket(bucket), prefix);
    }

    @Override
    public void write(String bucket, String key, InputStream content, long length) throws IOException {
        Path folder = bucket(bucket);
        Path file = file(folder, key);
        Path parent = Files.createDirectories(file.resolveSibling(""));
        Path partial = Files.createTempFile(parent, PARTIAL, null);
        try {
            long copied = Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            if (copied != length) {
                throw new IOException("the content has " + copied + " bytes instead of " + length);
            }
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    @Override
    public String toString() {
        return "FileObjectStore[" + root + "]";
    }

    private Path bucket(String name) throws IOException {
        if (BUCKET.matcher(name).matches()) {
            Path folder = root.resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new FileNotFoundException("The specified bucket does not exist: " + name);
    }

    /** The file of a key, which need not exist. */
    private static Path file(Path folder, String key) throws IOException {
        Path file = folder;
        for (String part : SLASH.split(key, -1)) {
            boolean name = !part.isEmpty()
                    && !part.equals(".")
                    && !part.equals("..")
                    && !part.startsWith(PARTIAL)
                    && part.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
            if (!name) {
                throw new IOException("The key cannot be the path of a file: " + key);
            }
            file = file.resolve(part);
        }
        Path existing = file;
        while (!Files.exists(existing)) {
            existing = existing.resolveSibling("");
        }
        if (!existing.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException("The key leads out of the bucket: " + key);
        }
        return file;
    }
}
