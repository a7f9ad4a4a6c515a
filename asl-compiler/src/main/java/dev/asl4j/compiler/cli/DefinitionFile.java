package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
import dev.asl4j.compiler.schema.SchemaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file with a definition.
 *
 * @param file where it is
 * @param displayPath its path from the working directory, with {@code /} between the parts, as the user would write it
 * @param path its path below the folder that was searched; its name if it was given itself
 * @param schemas what its types can refer to
 */
record DefinitionFile(Path file, String displayPath, String path, SchemaFolder schemas) {
    /** No more than this is read of a file: far beyond what the compiler accepts, so that it reports the length and memory stays small. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final String NONE = "none";

    /** The file and those beside it that are there. */
    Definition read() throws IOException {
        return new Definition(path, displayPath, bytes(file), beside(SideFile.Kind.RULES))
                .withTypes(beside(SideFile.Kind.TYPES));
    }

    private @Nullable SideFile beside(SideFile.Kind kind) throws IOException {
        Path beside = pathBeside(kind);
        return Files.isRegularFile(beside) ? new SideFile(displayPathBeside(kind), bytes(beside)) : null;
    }

    /** The schemas that a definition can refer to; none is read for one without types. */
    List<SchemaFile> schemasFor(Definition definition) throws IOException {
        return definition.types() == null ? List.of() : schemas.read();
    }

    /** Changes whenever the file does, or one beside it, or a schema that it may refer to. */
    String stamp() {
        String types = stamp(pathBeside(SideFile.Kind.TYPES));
        return stamp(file) + " " + stamp(pathBeside(SideFile.Kind.RULES)) + " " + types
                + (types.equals(NONE) ? "" : " " + schemas.stamp());
    }

    private Path pathBeside(SideFile.Kind kind) {
        return file.resolveSibling(kind.nameFor(file.getFileName().toString()));
    }

    /** Whether diagnostics of that path are about the file or one beside it. */
    boolean hasPath(String shown) {
        return shown.equals(displayPath)
                || Stream.of(SideFile.Kind.values()).anyMatch(kind -> shown.equals(displayPathBeside(kind)));
    }

    /** What {@link #displayPath} is to the file, to one beside it, whether or not there is one. */
    private String displayPathBeside(SideFile.Kind kind) {
        int folder = displayPath.lastIndexOf('/') + 1;
        return displayPath.substring(0, folder) + kind.nameFor(displayPath.substring(folder));
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + "/" + attributes.size() + "/" + attributes.fileKey();
        } catch (IOException e) {
            return NONE;
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }
}
