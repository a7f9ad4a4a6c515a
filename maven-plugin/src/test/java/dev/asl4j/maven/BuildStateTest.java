package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asl4j.compiler.diagnostic.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildStateTest {
    @TempDir
    Path folder;

    private Path file;
    private OutputTree tree;
    private BuildState state;

    @BeforeEach
    void setUp() throws IOException {
        file = folder.resolve("target/asl4j/generate-default.state");
        tree = new OutputTree(folder.resolve("generated"));
        tree.write("com/acme/\u00dcber mich.java", "one");
        tree.write("Two.java", "two");
        state = new BuildState(
                "inputs",
                "/sources",
                tree.root().toString(),
                new TreeMap<>(Map.of("com/acme/\u00dcber mich.java", digest("one"), "Two.java", digest("two"))),
                new Told(
                        "/project",
                        digest("report"),
                        List.of(
                                new Message(Severity.WARNING, "a \\n is no line\n  1 | \\\\ \r\n      | ^^"),
                                new Message(Severity.NOTE, "file 1 \u00dcber"))));
    }

    @Test
    void isReadAsItWasSaved() throws IOException {
        state.save(file);

        assertThat(BuildState.read(file)).isEqualTo(state);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aMessageThatCannotBeWrittenIsSavedAllTheSame() throws IOException {
        Told told = new Told("", "", List.of(new Message(Severity.NOTE, "half a pair: \ud83d")));
        new BuildState("inputs", "in", "out", new TreeMap<>(), told).save(file);

        assertThat(BuildState.read(file).told().messages())
                .containsExactly(new Message(Severity.NOTE, "half a pair: ?"));
    }

    @Test
    void isNoneWithoutAFile() throws IOException {
        assertThat(BuildState.read(file)).isSameAs(BuildState.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "asl4j-state 2",
                "asl4j-state 1\ninputs\nin\nout",
                "asl4j-state 1\ninputs\nin\nout\nroot\nreport",
                "asl4j-state 2\ninputs\nin\nout\nroot\nreport\nfile nospace",
                "asl4j-state 2\ninputs\nin\nout\nroot\nreport\nwhatever this is"
            })
    void isNoneIfItCannotBeRead(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);

        assertThat(BuildState.read(file)).isSameAs(BuildState.NONE);
    }

    @Test
    void isNoneIfItIsNotText() throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE});

        assertThat(BuildState.read(file)).isSameAs(BuildState.NONE);
    }

    @Test
    void isCurrentWhileInputsAndOutputsAreTheSame() throws IOException {
        assertThat(state.isCurrent("inputs", tree)).isTrue();
        assertThat(state.isCurrent("others", tree)).isFalse();
        assertThat(state.isCurrent("inputs", new OutputTree(folder.resolve("elsewhere"))))
                .isFalse();
        assertThat(BuildState.NONE.isCurrent("inputs", tree)).isFalse();
        assertThat(state.unfinished().isCurrent("inputs", tree)).isFalse();
    }

    @Test
    void isNotCurrentOnceAnOutputIsEdited() throws IOException {
        tree.write("Two.java", "edited");

        assertThat(state.isCurrent("inputs", tree)).isFalse();
    }

    @Test
    void isNotCurrentOnceAnOutputIsDeleted() throws IOException {
        tree.delete("Two.java");

        assertThat(state.isCurrent("inputs", tree)).isFalse();
    }

    private static String digest(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
