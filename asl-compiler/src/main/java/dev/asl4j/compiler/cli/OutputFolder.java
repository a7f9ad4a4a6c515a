package dev.asl4j.compiler.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The folder that generated sources go to; nothing is written outside of it, and nothing deleted in it. */
final class OutputFolder {
    private final Path root;

    OutputFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Writes a file unless it holds just that.
     *
     * @param path relative, with {@code /} between the parts
     * @return whether anything was written
     */
    boolean write(String path, String content) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("'" + path + "' is outside of " + root);
        }
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file) && isInside(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Files.createDirectories(root);
        if (!isInside(file)) {
            throw new IOException("a link leads " + file + " out of " + root);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return true;
    }

    /** Looks through links: what exists of the way to the file has to be below the root, wherever the root itself is linked to. */
    private boolean isInside(Path file) throws IOException {
        Path part = file;
        while (!Files.exists(part) && !Files.isSymbolicLink(part)) {
            Path parent = part.getParent();
            if (parent == null || part.equals(root)) {
                return false;
            }
            part = parent;
        }
        return Files.exists(part) && part.toRealPath().startsWith(root.toRealPath());
    }
}
