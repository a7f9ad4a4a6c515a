package dev.asl4j.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class WatchTest {
    private static final String GOOD = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}";
    private static final String BAD = GOOD.replace("Succeed", "Sucess");

    @TempDir
    Path folder;

    /** Something to be done to files each time the program waits. */
    private interface Step {
        void run() throws IOException;
    }

    /** Changes that the test makes itself. */
    private static final class Script implements Changes {
        private final Queue<Step> steps = new ArrayDeque<>();
        private final Set<Path> watched = new TreeSet<>();

        Script then(Step step) {
            steps.add(step);
            return this;
        }

        @Override
        public boolean watch(Set<Path> folders) {
            return watched.addAll(folders);
        }

        @Override
        public boolean await() {
            Step step = steps.poll();
            try {
                if (step != null) {
                    step.run();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return step != null;
        }

        @Override
        public void close() {}
    }

    @Test
    void checksWhatChanges() throws IOException {
        Path one = Files.writeString(folder.resolve("one.asl.json"), GOOD);
        Files.writeString(folder.resolve("two.asl.json"), BAD);
        Path inner = folder.resolve("inner");
        Script script = new Script()
                .then(() -> Files.writeString(folder.resolve("notes.txt"), "nothing to check"))
                .then(() -> Files.writeString(one, BAD + " "))
                .then(() -> Files.writeString(Files.createDirectory(inner).resolve("three.asl.json"), BAD))
                .then(() -> Files.writeString(folder.resolve("three.rules.json"), "{}"))
                .then(() -> Files.writeString(inner.resolve("three.rules.json"), "{\"rules\":{\"nonsense\":\"off\"}}"))
                .then(() -> Files.delete(folder.resolve("two.asl.json")))
                .then(() -> Files.writeString(one, GOOD))
                .then(() -> Files.delete(inner.resolve("three.asl.json")));

        Run run = Run.of(false, () -> script, "check", "--watch", "--format", "json", folder.toString());

        assertThat(run.err().lines().map(line -> line.substring(0, line.indexOf(';'))))
                .containsExactly(
                        "1 error in 1 of 2 files",
                        "2 errors in 2 of 2 files",
                        "3 errors in 3 of 3 files",
                        "4 errors in 3 of 3 files",
                        "3 errors in 2 of 2 files",
                        "2 errors in 1 of 2 files",
                        "no errors in 1 file");
        assertThat(run.lines().stream().map(line -> line.replaceAll(".*?([a-z]+\\.(asl|rules)\\.json).*", "$1")))
                .containsExactly(
                        "two.asl.json", "one.asl.json", "three.asl.json", "three.asl.json", "three.rules.json");
        assertThat(script.watched).contains(inner);
        assertThat(run.code()).isZero();
    }

    @Test
    void aFileThatGoesAndComesBack() throws IOException {
        Path file = Files.writeString(folder.resolve("one.json"), BAD);
        Script script = new Script().then(() -> Files.delete(file)).then(() -> Files.writeString(file, BAD));

        Run run = Run.of(false, () -> script, "check", "--watch", file.toString());

        assertThat(run.err().lines())
                .containsExactly(
                        "1 error in 1 of 1 file; watching, Ctrl-C ends it",
                        "aslc: no such file or directory: " + file,
                        "no errors in 0 files; watching, Ctrl-C ends it",
                        "1 error in 1 of 1 file; watching, Ctrl-C ends it");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void theOperatingSystemTells() throws IOException, InterruptedException {
        try (Changes changes = new FolderChanges()) {
            assertThat(changes.watch(Set.of(folder))).isTrue();
            assertThat(changes.watch(Set.of(folder))).isFalse();
            Files.writeString(folder.resolve("one.asl.json"), GOOD);
            assertThat(changes.await()).isTrue();
            Files.writeString(folder.resolve("one.asl.json"), BAD);
            assertThat(changes.await()).isTrue();
            assertThat(changes.watch(Set.of(folder.resolve("gone")))).isFalse();
        }
    }
}
