package dev.asl4j.maven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an execution remembers of its last success. Only contents count, never times.
 *
 * @param inputs the digest of everything that the output depends on; empty if the output is not known to be whole
 * @param sources the folder of the definitions, absolute
 * @param output the root of the generated sources, absolute
 * @param files the digests of the files produced, by path below {@code output}
 */
record BuildState(String inputs, String sources, String output, NavigableMap<String, String> files) {
    private static final String FORMAT = "asl4j-state 1";

    static final BuildState NONE = new BuildState("", "", "", new TreeMap<>());

    BuildState {
        files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    }

    /** The saved state; {@link #NONE} if there is none, or none that this version can read. */
    static BuildState read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() < 4 || !lines.get(0).equals(FORMAT)) {
                return NONE;
            }
            NavigableMap<String, String> files = new TreeMap<>();
            for (String line : lines.subList(4, lines.size())) {
                int space = line.indexOf(' ');
                if (space < 0) {
                    return NONE;
                }
                files.put(line.substring(space + 1), line.substring(0, space));
            }
            return new BuildState(lines.get(1), lines.get(2), lines.get(3), files);
        } catch (CharacterCodingException e) {
            return NONE;
        }
    }

    /** Saves the state as a whole or not at all. */
    void save(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FORMAT, inputs, sources, output));
        files.forEach((path, digest) -> lines.add(digest + " " + path));
        Files.createDirectories(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(written, lines, StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same files, not known to be whole. */
    BuildState unfinished() {
        return new BuildState("", sources, output, files);
    }

    /** Whether a build from these inputs into this tree would produce just what is there. */
    boolean isCurrent(String digest, OutputTree tree) throws IOException {
        if (!inputs.equals(digest) || !output.equals(tree.root().toString())) {
            return false;
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!tree.digest(file.getKey()).equals(Optional.of(file.getValue()))) {
                return false;
            }
        }
        return true;
    }
}
