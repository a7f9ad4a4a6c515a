package dev.asl4j.maven;

import dev.asl4j.compiler.Definition;
import dev.asl4j.compiler.SideFile;
import dev.asl4j.compiler.schema.SchemaFile;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.codehaus.plexus.util.AbstractScanner;
import org.codehaus.plexus.util.MatchPatterns;
import org.jspecify.annotations.Nullable;

/** Finds and reads the definitions below a folder, each with the files beside it, and the schemas that these may refer to. */
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

    /** What there is; nothing if the folder does not exist. */
    Sources scan() throws IOException {
        List<Definition> found = new ArrayList<>();
        List<Path> files = files(request.sources(), this::isSelected);
        Set<Path> sideFiles = new HashSet<>();
        files.forEach(file -> Stream.of(SideFile.Kind.values()).forEach(kind -> sideFiles.add(beside(file, kind))));
        for (Path file : files) {
            // patterns as wide as **/*.json select the others as well
            if (!sideFiles.contains(file) && !SchemaFile.isOne(path(file))) {
                found.add(new Definition(path(file), request.display(file), read(file), side(file, SideFile.Kind.RULES))
                        .withTypes(side(file, SideFile.Kind.TYPES)));
            }
        }
        found.sort(Comparator.comparing(Definition::path));
        boolean typed = found.stream().anyMatch(definition -> definition.types() != null);
        return new Sources(found, typed ? schemas() : List.of());
    }

    private List<SchemaFile> schemas() throws IOException {
        List<SchemaFile> schemas = new ArrayList<>();
        Path folder = request.sources().resolve(SchemaFile.FOLDER);
        for (Path file : files(folder, each -> SchemaFile.isOne(path(each)))) {
            schemas.add(new SchemaFile(path(file), request.display(file), read(file)));
        }
        schemas.sort(Comparator.comparing(SchemaFile::path));
        return schemas;
    }

    private static List<Path> files(Path folder, Predicate<Path> selected) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && selected.test(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        return files;
    }

    private boolean isSelected(Path file) {
        String name = request.sources().relativize(file).toString();
        return includes.matches(name, true) && !excludes.matches(name, true);
    }

    private static Path beside(Path definition, SideFile.Kind kind) {
        return definition.resolveSibling(kind.nameFor(definition.getFileName().toString()));
    }

    private @Nullable SideFile side(Path definition, SideFile.Kind kind) throws IOException {
        Path file = beside(definition, kind);
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
