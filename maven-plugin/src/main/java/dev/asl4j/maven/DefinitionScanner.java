package dev.asl4j.maven;

import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.plexus.util.AbstractScanner;
import org.codehaus.plexus.util.MatchPatterns;
import org.jspecify.annotations.Nullable;

/** Finds and reads the definitions below a folder, each with the file beside it that says what becomes of rules. */
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
        List<Path> files = files();
        Set<Path> sideFiles = files.stream().map(DefinitionScanner::sideFile).collect(Collectors.toSet());
        for (Path file : files) {
            if (!sideFiles.contains(file)) { // patterns as wide as **/*.json select them as well
                found.add(new Definition(path(file), request.display(file), read(file), rules(file)));
            }
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

    private static Path sideFile(Path definition) {
        return definition.resolveSibling(
                SideFile.nameFor(definition.getFileName().toString()));
    }

    private @Nullable SideFile rules(Path definition) throws IOException {
        Path file = sideFile(definition);
        return Files.isRegularFile(file) ? new SideFile(request.display(file), read(file)) : null;
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
