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
 * @param told what there was to tell
 */
record BuildState(String inputs, String sources, String output, NavigableMap<String, String> files, Told told) {
    private static final String FORMAT = "asl4j-state 2";
    private static final String FILE = "file ";

    /** The lines before those for messages and files. */
    private static final int HEAD = 6;

    static final BuildState NONE = new BuildState("", "", "", new TreeMap<>(), Told.NOTHING);

    BuildState {
        files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    }

    /** The saved state; {@link #NONE} if there is none, or none that this version can read. */
    static BuildState read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return NONE;
        }
    }

    private static BuildState parse(List<String> lines) {
        if (lines.size() < HEAD || !lines.get(0).equals(FORMAT)) {
            return NONE;
        }
        NavigableMap<String, String> files = new TreeMap<>();
        List<Message> messages = new ArrayList<>();
        for (String line : lines.subList(HEAD, lines.size())) {
            Optional<Message> message = Message.read(line);
            message.ifPresent(messages::add);
            if (message.isEmpty()) {
                int space = line.indexOf(' ', FILE.length());
                if (!line.startsWith(FILE) || space < 0) {
                    return NONE;
                }
                files.put(line.substring(space + 1), line.substring(FILE.length(), space));
            }
        }
        Told told = new Told(lines.get(4), lines.get(5), messages);
        return new BuildState(lines.get(1), lines.get(2), lines.get(3), files, told);
    }

    /** Saves the state as a whole or not at all. */
    void save(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FORMAT, inputs, sources, output, told.root(), told.report()));
        told.messages().forEach(message -> lines.add(message.line()));
        files.forEach((path, digest) -> lines.add(FILE + digest + " " + path));
        Files.createDirectories(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(written, lines, StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same files, not known to be whole. */
    BuildState unfinished() {
        return new BuildState("", sources, output, files, Told.NOTHING);
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
