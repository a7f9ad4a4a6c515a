package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules for every Java file that somebody wrote, whatever its module; what a generator wrote lies among the resources. */
final class RepositoryTest {
    private static final Path ROOT = Path.of("..");
    private static final int WALL = 500;
    private static final int TEST_WALL = 400;
    private static final int WANTS_A_REASON = 300;

    /** A main file longer than 300 lines says in one line why it is not two. */
    private static final String REASON = "// Size: ";

    @Test
    void filesStaySmall() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            int wall = isTest(file) ? TEST_WALL : WALL;
            if (lines.size() > wall) {
                faults.add(file + ": " + lines.size() + " lines, the wall is " + wall);
            } else if (lines.size() > WANTS_A_REASON
                    && !isTest(file)
                    && lines.stream().noneMatch(line -> line.strip().startsWith(REASON))) {
                faults.add(file + ": " + lines.size() + " lines want a comment \"" + REASON + "...\"");
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Time is virtual: a test that waits is slow on good days and red on bad ones. */
    @Test
    void testsDoNotSleep() throws IOException {
        String sleep = "Thread" + ".sleep(";
        List<Path> faults = new ArrayList<>();
        for (Path file : sources()) {
            if (isTest(file) && Files.readString(file).contains(sleep)) {
                faults.add(file);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isTest(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.contains("/src/test/") || path.startsWith("../it/");
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isSkipped = name.equals("target")
                        || name.equals("resources")
                        || (name.startsWith(".") && !folder.equals(ROOT));
                return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(sources).hasSizeGreaterThan(3);
        return sources.stream().sorted().toList();
    }
}
