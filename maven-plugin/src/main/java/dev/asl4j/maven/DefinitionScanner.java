package dev.asl4j.maven;

import dev.asl4j.compiler.Definition;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.codehaus.plexus.util.AbstractScanner;
import org.codehaus.plexus.util.MatchPatterns;

/** Finds and reads the definitions below a folder. */
final class DefinitionScanner {
    /** No more than this is read of a file: far beyond what the compiler accepts, so that it reports the length and memory stays small. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final GenerationRequest request;
    private final MatchPatterns includes;
    private final MatchPatterns excludes;

    DefinitionScanner(GenerationRequest request) {
        this.request = request;
        this.includes = patterns(request.includes());
        List<String> all = new ArrayList<>(request.excludes());
        all.addAll(List.of(AbstractScanner.DEFAULTEXCLUDES)); // editor backups, version control
        this.excludes = patterns(all);
    }

    /** The definitions, sorted by path; none if the folder does not exist. */
    List<Definition> scan() throws IOException {
        List<Definition> found = new ArrayList<>();
        for (Path file : files()) {
            found.add(new Definition(path(file), request.display(file), read(file)));
        }
        found.sort(Comparator.comparing(Definition::path));
        return found;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(request.sources())) {
            return files;
        }
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isSelected(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(request.sources(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        return files;
    }

    private boolean isSelected(Path file) {
        String name = request.sources().relativize(file).toString();
        return includes.matches(name, true) && !excludes.matches(name, true);
    }

    private String path(Path file) {
        return request.sources().relativize(file).toString().replace('\\', '/');
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private static MatchPatterns patterns(List<String> globs) {
        return MatchPatterns.from(globs.stream().map(DefinitionScanner::pattern).toList());
    }

    /** Ant's shorthand, and the separator that the matcher wants on this platform. */
    private static String pattern(String glob) {
        String pattern = glob.strip();
        String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
        return whole.replace('/', File.separatorChar);
    }
}
