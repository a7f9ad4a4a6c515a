package dev.asl4j.runtime.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileObjectStoreTest {
    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void aBucket() throws IOException {
        Files.createDirectories(folder.resolve("store/bucket"));
        store = FileObjectStore.at(folder.resolve("store"));
    }

    @Test
    void whatIsWrittenIsReadAndReplaced() throws IOException {
        write("a/b.txt", "first");
        write("a/b.txt", "second");
        assertThat(read("a/b.txt", null)).isEqualTo("second");
        assertThat(read("a/b.txt", "null")).isEqualTo("second");
        assertThat(keys("")).containsExactly("a/b.txt");
    }

    @Test
    void listsInTheOrderOfTheKeysBytes() throws IOException {
        for (String key : List.of("b", "a/z", "a-b", "a/b/c", "aa", "\uFF5E", "\uD83D\uDE00", "A")) {
            write(key, "");
        }
        assertThat(keys("")).containsExactly("A", "a-b", "a/b/c", "a/z", "aa", "b", "\uFF5E", "\uD83D\uDE00");
        assertThat(keys("a")).containsExactly("a-b", "a/b/c", "a/z", "aa");
        assertThat(keys("a/b")).containsExactly("a/b/c");
        assertThat(keys("a/b/c/d")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", ".", "..", "../x", "a/../../x", "a/./b", "a\\b", "C:x", "a\nb"})
    void keysStayInside(String key) {
        assertThatThrownBy(() -> write(key, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key");
        assertThatThrownBy(() -> read(key, null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".", "a/b", "../store/bucket", "other"})
    void bucketsAreNamesOfFolders(String bucket) {
        assertThatThrownBy(() -> store.open(bucket, "a", null))
                .hasMessage("The specified bucket does not exist: " + bucket);
        assertThatThrownBy(() -> store.list(bucket, "")).hasMessage("The specified bucket does not exist: " + bucket);
    }

    @Test
    void linksDoNotLeadOut() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("store/bucket/link"), folder.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("store/bucket/up"), folder);
        assertThatThrownBy(() -> read("link", null)).hasMessage("The key leads out of the bucket: link");
        assertThatThrownBy(() -> read("up/secret", null)).hasMessage("The key leads out of the bucket: up/secret");
        assertThatThrownBy(() -> write("up/new", "x")).hasMessage("The key leads out of the bucket: up/new");
        assertThat(keys("")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatThrownBy(() -> read("a", null)).hasMessage("The specified key does not exist: s3://bucket/a");
        write("b", "x");
        assertThatThrownBy(() -> read("b/c", null)).hasMessage("The specified key does not exist: s3://bucket/b/c");
        assertThatThrownBy(() -> read("a", "3")).hasMessage("The specified version does not exist: 3");
    }

    @Test
    void aBrokenWriteLeavesTheOldObject() throws IOException {
        write("a", "old");
        InputStream closed = new BufferedInputStream(bytes("new"));
        closed.close();
        assertThatThrownBy(() -> store.write("bucket", "a", closed, 5)).hasMessage("Stream closed");
        assertThatThrownBy(() -> store.write("bucket", "a", bytes("123"), 5))
                .hasMessage("the content has 3 bytes instead of 5");
        assertThat(read("a", null)).isEqualTo("old");
        try (var files = Files.list(folder.resolve("store/bucket"))) {
            assertThat(files).hasSize(1);
        }
    }

    private void write(String key, String text) throws IOException {
        store.write("bucket", key, bytes(text), text.length());
    }

    private String read(String key, String version) throws IOException {
        try (InputStream stream = store.open("bucket", key, version)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> keys(String prefix) throws IOException {
        List<String> keys = new ArrayList<>();
        try (ObjectListing listing = store.list("bucket", prefix)) {
            for (StoredObject object = listing.next(); object != null; object = listing.next()) {
                keys.add(object.key());
            }
        }
        return keys;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
