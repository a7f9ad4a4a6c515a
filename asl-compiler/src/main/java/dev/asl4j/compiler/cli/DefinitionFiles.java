package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.SideFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The definitions that the arguments of a command name: files whatever their names, and folders with all that ends like a definition.
 *
 * @param files sorted by path; each file once
 * @param folders all folders that were looked into, and those around files
 * @param faults what could not be looked at, in words
 */
record DefinitionFiles(List<DefinitionFile> files, Set<Path> folders, List<String> faults) {
    static final List<String> ENDINGS = List.of(".asl.json", ".asl.yaml", ".asl.yml");

    /** Folders nobody writes definitions in, and which may hold many thousand files. */
    private static final Set<String> SKIPPED = Set.of("node_modules");

    DefinitionFiles {
        files = List.copyOf(files);
        folders = Collections.unmodifiableSet(new TreeSet<>(folders));
        faults = List.copyOf(faults);
    }

    static DefinitionFiles of(List<String> arguments) {
        Search search = new Search();
        arguments.forEach(search::argument);
        return search.result();
    }

    /**
     * The one that an argument names, of a command that takes no folder.
     *
     * @throws ParameterException if it is a folder, or cannot be looked at
     */
    static DefinitionFile one(String argument, CommandSpec spec) {
        DefinitionFiles found = of(List.of(argument));
        if (!found.faults().isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", found.faults()));
        }
        if (Files.isDirectory(Path.of(argument))) {
            throw new ParameterException(spec.commandLine(), "expected a file, but " + argument + " is a directory");
        }
        return found.files().get(0);
    }

    private static final class Search {
        private final TreeMap<String, DefinitionFile> files = new TreeMap<>();
        private final Set<Object> seen = new HashSet<>();
        private final Set<Path> folders = new HashSet<>();
        private final List<String> faults = new ArrayList<>();
        private final List<String> beside = new ArrayList<>();
        private int matches;

        DefinitionFiles result() {
            if (files.isEmpty() && faults.isEmpty()) {
                beside.forEach(path -> faults.add("not a definition, but "
                        + (path.endsWith(SideFile.Kind.RULES.ending()) ? "rules" : "types") + " for one: " + path));
            }
            return new DefinitionFiles(new ArrayList<>(files.values()), folders, faults);
        }

        void argument(String argument) {
            Path path;
            try {
                path = argument.equals(".") || argument.equals("./") ? Path.of("") : Path.of(argument);
            } catch (InvalidPathException e) {
                faults.add(Faults.words(e));
                return;
            }
            if (Files.isDirectory(path)) {
                folder(argument, path);
            } else if (Files.exists(path)) {
                Path parent = path.getParent();
                folders.add(parent == null ? Path.of("") : parent);
                folders.addAll(schemaFolders(path));
                named(path, String.valueOf(path.getFileName()));
            } else {
                faults.add("no such file or directory: " + argument);
            }
        }

        /** A pattern of the shell such as {@code *.json} also names the files beside them, which count with their definitions. */
        private void named(Path file, String name) {
            if (SideFile.isOne(name)) {
                beside.add(file.toString());
            } else {
                add(file, name, SchemaFolder.around(file));
            }
        }

        private List<Path> schemaFolders(Path file) {
            try {
                return SchemaFolder.around(file).folders();
            } catch (IOException e) {
                faults.add(Faults.words(e));
                return List.of();
            }
        }

        private void folder(String argument, Path root) {
            int before = matches + faults.size();
            try {
                Files.walkFileTree(
                        root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(root));
            } catch (IOException e) {
                faults.add(Faults.words(e));
            }
            if (matches + faults.size() == before) {
                faults.add("no definitions (" + String.join(", ", ENDINGS) + ") in " + argument);
            }
        }

        private void add(Path file, String path, SchemaFolder schemas) {
            matches++;
            if (!isSpelled(file)) {
                faults.add(Faults.encoding(file.toString()));
            } else if (seen.add(identity(file))) {
                String display = slashes(file.toString());
                files.put(display, new DefinitionFile(file, display, slashes(path), schemas));
            }
        }

        /** Whether the name survived: in the locale POSIX names are in ASCII, whatever they are on the disk. */
        private static boolean isSpelled(Path file) {
            String path = file.toString();
            try {
                return path.indexOf(Faults.LOST) < 0 || file.equals(Path.of(path));
            } catch (InvalidPathException e) {
                return false;
            }
        }

        private static String slashes(String path) {
            return path.replace(File.separatorChar, '/');
        }

        private static Object identity(Path file) {
            try {
                return file.toRealPath();
            } catch (IOException e) {
                return file; // reading it will tell
            }
        }

        private final class Visitor extends SimpleFileVisitor<Path> {
            private final Path root;
            private final SchemaFolder schemas;

            Visitor(Path root) {
                this.root = root;
                this.schemas = new SchemaFolder(root);
            }

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                if (!folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                if (attributes.isRegularFile() && ENDINGS.stream().anyMatch(name::endsWith)) {
                    add(file, root.relativize(file).toString(), schemas);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                if (!(fault instanceof FileSystemLoopException)) {
                    faults.add(Faults.words(fault));
                }
                return FileVisitResult.CONTINUE;
            }
        }
    }
}
