package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file with a definition.
 *
 * @param file where it is
 * @param displayPath its path from the working directory, with {@code /} between the parts, as the user would write it
 * @param path its path below the folder that was searched; its name if it was given itself
 */
record DefinitionFile(Path file, String displayPath, String path) {
    /** No more than this is read of a file: far beyond what the compiler accepts, so that it reports the length and memory stays small. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The file and, if there is one, the file with rules beside it. */
    Definition read() throws IOException {
        Path rules = rulesFile();
        SideFile side = Files.isRegularFile(rules) ? new SideFile(rulesPath(), bytes(rules)) : null;
        return new Definition(path, displayPath, bytes(file), side);
    }

    /** Changes whenever the file or the one beside it does. */
    String stamp() {
        return stamp(file) + " " + stamp(rulesFile());
    }

    private Path rulesFile() {
        return file.resolveSibling(SideFile.nameFor(file.getFileName().toString()));
    }

    /** What {@link #displayPath} is to the file, to the file with rules beside it, whether or not there is one. */
    String rulesPath() {
        String name = SideFile.nameFor(displayPath.substring(displayPath.lastIndexOf('/') + 1));
        return displayPath.substring(0, displayPath.lastIndexOf('/') + 1) + name;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + "/" + attributes.size() + "/" + attributes.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }
}
