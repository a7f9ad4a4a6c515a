package dev.asl4j.it.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the compiler's own tests are made of. */
final class Seeds {
    private static final Path FOLDER = Path.of("../../asl-compiler/src/test/resources");

    private Seeds() {}

    /** The definitions with such an ending, right and wrong ones, in the order of their names. */
    static List<byte[]> definitions(String ending) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<byte[]> contents = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
            if (contents.isEmpty()) {
                throw new IllegalStateException("no files " + ending + " in " + FOLDER.toAbsolutePath());
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column of a table of cases. */
    static List<String> expressions(String table) {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("cases").resolve(table))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +->", 2)[0])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decisions without a meaning. */
    static List<byte[]> noise(int count, int length) {
        Random random = new Random(20_261_125);
        List<byte[]> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] input = new byte[length];
            random.nextBytes(input);
            inputs.add(input);
        }
        return inputs;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
