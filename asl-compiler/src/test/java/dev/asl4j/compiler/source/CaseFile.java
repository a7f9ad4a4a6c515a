package dev.asl4j.compiler.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Test cases in a text file of the folder {@code cases}: a line {@code === name}, the input, a line {@code ---}, what is expected.
 * Line ends around either are not part of it. What stands before the first case is a comment.
 */
public final class CaseFile {

    private CaseFile() {}

    /** One case. */
    public record Case(String name, String input, String expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** The cases of a file; a file without any is a mistake. */
    public static List<Case> read(String file) {
        String[] blocks = text(file).split("(?m)^=== ", -1);
        List<Case> cases = new ArrayList<>();
        for (int i = 1; i < blocks.length; i++) {
            int nameEnd = blocks[i].indexOf('\n');
            String[] parts = blocks[i].substring(nameEnd).split("(?m)^---$", 2);
            if (parts.length != 2) {
                throw new IllegalStateException(file + ": no --- in the case " + blocks[i].substring(0, nameEnd));
            }
            cases.add(new Case(blocks[i].substring(0, nameEnd), trimmed(parts[0]), trimmed(parts[1])));
        }
        if (cases.isEmpty()) {
            throw new IllegalStateException(file + " has no cases");
        }
        return cases;
    }

    /** The rows of a table, in which {@code "  ->  "} separates the columns and lines that start with # are comments. */
    public static Stream<List<String>> rows(String file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Stream.of(line.split(" +->(?= |$)", -1))
                        .map(String::strip)
                        .toList());
    }

    private static String trimmed(String text) {
        String start = text.startsWith("\n") ? text.substring(1) : text;
        return start.endsWith("\n") ? start.stripTrailing() : start;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(CaseFile.class.getResourceAsStream("/cases/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
