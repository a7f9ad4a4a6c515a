package dev.asl4j.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** The other executions of the plugin in the same project, by the states they have saved. */
final class Neighbours {
    private final List<Path> states;

    private Neighbours(List<Path> states) {
        this.states = states;
    }

    static Neighbours of(Path stateFile) throws IOException {
        Path folder = stateFile.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return new Neighbours(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Neighbours(files.filter(file -> file.toString().endsWith(".state"))
                    .filter(file -> !file.equals(stateFile))
                    .sorted()
                    .toList());
        }
    }

    /** Two executions must not write one file: the second would silently replace the class of the first. */
    void refuseConflicts(BuildState next) throws IOException, MojoFailureException {
        for (Path file : states) {
            BuildState other = BuildState.read(file);
            boolean isElsewhere = !other.output().equals(next.output());
            boolean isSameOrGone =
                    other.sources().equals(next.sources()) || !Files.isDirectory(Path.of(other.sources()));
            if (isElsewhere || isSameOrGone) {
                continue;
            }
            for (String path : next.files().keySet()) {
                if (other.files().containsKey(path)) {
                    throw new MojoFailureException(path + " is generated from " + next.sources()
                            + " and, by another execution, from "
                            + other.sources() + "; give one of them its own packageName or folder for what it writes"
                            + " (or run mvn clean, if that execution is no longer there)");
                }
            }
        }
    }
}
