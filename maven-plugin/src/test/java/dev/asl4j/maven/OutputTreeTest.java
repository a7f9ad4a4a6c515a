package dev.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutputTreeTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

    @TempDir
    Path folder;

    private Path root;
    private OutputTree tree;

    @BeforeEach
    void setUp() {
        root = folder.resolve("generated");
        tree = new OutputTree(root);
    }

    @Test
    void writesUtf8AndNothingElse() throws IOException {
        assertThat(tree.write("com/acme/Order.java", "// \u00fc\n")).isTrue();

        assertThat(root.resolve("com/acme/Order.java"))
                .hasBinaryContent(new byte[] {'/', '/', ' ', (byte) 0xC3, (byte) 0xBC, '\n'});
    }

    @Test
    void leavesAFileOfTheSameBytesAlone() throws IOException {
        tree.write("Order.java", "same");
        Files.setLastModifiedTime(root.resolve("Order.java"), LONG_AGO);

        assertThat(tree.write("Order.java", "same")).isFalse();
        assertThat(Files.getLastModifiedTime(root.resolve("Order.java"))).isEqualTo(LONG_AGO);
        assertThat(tree.write("Order.java", "other")).isTrue();
        assertThat(root.resolve("Order.java")).hasContent("other");
    }

    @Test
    void deletesFoldersThatBecomeEmptyUpToTheRoot() throws IOException {
        tree.write("com/acme/orders/Order.java", "");
        tree.write("com/Other.java", "");

        assertThat(tree.delete("com/acme/orders/Order.java")).isTrue();
        assertThat(root.resolve("com/acme")).doesNotExist();
        assertThat(root.resolve("com/Other.java")).exists();
        assertThat(tree.delete("com/Other.java")).isTrue();
        assertThat(root).isEmptyDirectory();
        assertThat(tree.delete("com/Other.java")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../Other.java", "com/../../Other.java", "..", ".", "", "com/.."})
    void staysInside(String path) throws IOException {
        Files.writeString(folder.resolve("Other.java"), "not ours");

        assertThatThrownBy(() -> tree.write(path, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("outside");
        assertThatThrownBy(() -> tree.delete(path)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("Other.java")).hasContent("not ours");
    }

    @Test
    void refusesAbsolutePaths() {
        String absolute = folder.resolve("Other.java").toAbsolutePath().toString();

        assertThatThrownBy(() -> tree.delete(absolute)).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotFollowALinkOutOfTheRoot() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("Other.java"), "not ours");
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("com"), elsewhere);

        assertThatThrownBy(() -> tree.delete("com/Other.java")).isInstanceOf(IOException.class);
        assertThat(elsewhere.resolve("Other.java")).exists();
    }
}
