package dev.asl4j.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.S3MockApplication;
import dev.asl4j.runtime.objects.ObjectListing;
import dev.asl4j.runtime.objects.ObjectStore;
import dev.asl4j.runtime.objects.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Against a server that speaks the protocol. */
final class S3ObjectStoreTest {
    private static S3MockApplication server;
    private static S3Client client;
    private static ObjectStore store;

    @BeforeAll
    @SuppressWarnings("deprecation") // getPort() is of the first of the two ports, which has no TLS here
    static void start() {
        server = S3MockApplication.start(
                "--server.port=0",
                "--http.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.sources=" + OnlyLoopback.class.getName(),
                "--server.ssl.enabled=false",
                "--server.shutdown=immediate",
                "--logging.level.root=OFF",
                "--silent");
        client = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
        client.createBucket(request -> request.bucket("bucket"));
        store = S3ObjectStore.of(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop();
    }

    @Test
    void whatIsWrittenIsReadAndReplaced() throws IOException {
        write("a/b.txt", "first");
        write("a/b.txt", "second");
        try (InputStream content = store.open("bucket", "a/b.txt", null)) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("second");
        }
    }

    @Test
    void aReaderMayLeaveOff() throws IOException {
        write("large", "x".repeat(1_000_000));
        for (int i = 0; i < 55; i++) { // the client has 50 connections
            try (InputStream content = store.open("bucket", "large", null)) {
                assertThat(content.read()).isEqualTo('x');
            }
        }
    }

    @Test
    void listsPageByPageInTheOrderOfTheKeys() throws IOException {
        client.createBucket(request -> request.bucket("pages"));
        int count = 10;
        for (int i = 0; i < count; i++) {
            store.write(
                    "pages",
                    String.format(Locale.ROOT, "in/%04d", i),
                    bytes("" + i),
                    Integer.toString(i).length());
        }
        store.write("pages", "other", bytes("x"), 1);
        List<String> keys = new ArrayList<>();
        try (ObjectListing listing = new S3Listing(client, "pages", "in/", 3)) {
            for (StoredObject object = listing.next(); object != null; object = listing.next()) {
                keys.add(object.key());
                assertThat(object.size()).isBetween(1L, 4L);
                assertThat(object.etag()).matches("\"[0-9a-f]{32}\"");
                assertThat(object.storageClass()).isEqualTo("STANDARD");
                assertThat(object.lastModified()).isNotNull();
            }
        }
        assertThat(keys).hasSize(count).isSorted();
    }

    @Test
    void versionsAreTold() throws IOException {
        client.createBucket(request -> request.bucket("versions"));
        client.putBucketVersioning(request -> request.bucket("versions")
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        String first = client.putObject(request -> request.bucket("versions").key("a"), RequestBody.fromString("old"))
                .versionId();
        client.putObject(request -> request.bucket("versions").key("a"), RequestBody.fromString("new"));
        try (InputStream content = store.open("versions", "a", first)) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("old");
        }
    }

    @Test
    void saysWhatTheServiceSays() {
        assertThatThrownBy(() -> store.open("bucket", "missing", null))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The specified key does not exist. (Service: S3, Status Code: 404");
        assertThatThrownBy(() -> store.open("none", "a", null))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The specified bucket does not exist");
        assertThatThrownBy(() -> store.list("none", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.write("none", "a", bytes("x"), 1)).isInstanceOf(IOException.class);
    }

    private static void write(String key, String text) throws IOException {
        store.write("bucket", key, bytes(text), text.length());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
