package dev.asl4j.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The folder of generated sources. Paths are relative, with {@code /}; none reaches out of the folder. */
final class OutputTree {
    private final Path root;

    OutputTree(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    /** The digest of a file's content; empty if there is no such file. */
    Optional<String> digest(String path) throws IOException {
        Path file = resolve(path);
        return Files.isRegularFile(file) ? Optional.of(Digest.of(Files.readAllBytes(file))) : Optional.empty();
    }

    /** Writes a file unless it holds just these bytes, so that nothing after this goal sees a change where there is none. */
    boolean write(String path, String content) throws IOException {
        Path file = resolve(path);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return true;
    }

    /** Deletes a file, and the folders that it leaves empty; the root stays. */
    boolean delete(String path) throws IOException {
        Path file = resolve(path);
        boolean deleted = Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (folder != null && !folder.equals(root) && deleteIfEmpty(folder)) {
            folder = folder.getParent();
        }
        return deleted;
    }

    private static boolean deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private Path resolve(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root) || !isInsideForReal(file)) {
            throw new IOException("'" + path + "' is outside of " + root);
        }
        return file;
    }

    /** Looks through links: the nearest folder that exists has to be below the root, wherever the root itself is linked to. */
    private boolean isInsideForReal(Path file) throws IOException {
        Path folder = file.getParent();
        while (folder != null && !Files.exists(folder) && !folder.equals(root)) {
            folder = folder.getParent();
        }
        return folder == null || !Files.exists(folder) || folder.toRealPath().startsWith(root.toRealPath());
    }
}
