package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.schema.SchemaFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that the types of a definition can refer to.
 *
 * @param root the folder that has them in its folder {@code schemas}; whether it does shows when they are read
 */
record SchemaFolder(Path root) {
    /** No more than this is read of a file: far beyond what the compiler accepts, so that it reports the length and memory stays small. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Folders above a definition that are looked into. */
    private static final int MOST_ABOVE = 32;

    /**
     * For a definition that was named itself: the nearest folder around it that has schemas, up to the working directory if that is one of
     * them, else the definition's own.
     */
    static SchemaFolder around(Path definition) {
        Path own = parent(definition);
        Path end = Path.of("").toAbsolutePath().normalize();
        Path around = own.toAbsolutePath().normalize();
        if (!around.startsWith(end)) {
            return new SchemaFolder(own);
        }
        @Nullable Path folder = around;
        for (int i = 0; i < MOST_ABOVE && folder != null && folder.startsWith(end); i++) {
            if (Files.isDirectory(folder.resolve(SchemaFile.FOLDER))) {
                return new SchemaFolder(end.relativize(folder));
            }
            folder = folder.getParent();
        }
        return new SchemaFolder(own);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The files, sorted by path. */
    List<SchemaFile> read() throws IOException {
        List<SchemaFile> files = new ArrayList<>();
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                files.add(new SchemaFile(path(file), slashes(file.toString()), in.readNBytes(MOST_BYTES)));
            }
        }
        return files;
    }

    /** Changes whenever one of the files does. */
    String stamp() {
        try {
            StringBuilder stamp = new StringBuilder();
            for (Path file : files()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                stamp.append(path(file))
                        .append(' ')
                        .append(attributes.lastModifiedTime())
                        .append('/')
                        .append(attributes.size())
                        .append(' ');
            }
            return stamp.toString();
        } catch (IOException e) {
            return "none";
        }
    }

    /** The folder with the files and those below it. */
    List<Path> folders() throws IOException {
        return walk(Files::isDirectory);
    }

    private List<Path> files() throws IOException {
        return walk(file -> Files.isRegularFile(file) && SchemaFile.isOne(path(file)));
    }

    private List<Path> walk(Predicate<Path> wanted) throws IOException {
        Path folder = root.resolve(SchemaFile.FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(wanted).sorted().toList();
        }
    }

    private String path(Path file) {
        return slashes(root.relativize(file).toString());
    }

    private static String slashes(String path) {
        return path.replace(File.separatorChar, '/');
    }
}
