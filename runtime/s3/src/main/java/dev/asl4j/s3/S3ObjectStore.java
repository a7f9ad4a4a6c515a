package dev.asl4j.s3;

import dev.asl4j.runtime.objects.ObjectListing;
import dev.asl4j.runtime.objects.ObjectStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Objects in Amazon S3. Credentials, region, endpoint, timeouts and retries are the client's. What the service says of an error is the
 * cause that workflows see: AWS itself reads and writes with this SDK.
 *
 * <p>An object that is being read holds one of the client's connections until its last item was read.
 *
 * @since 0.1.0
 */
public final class S3ObjectStore implements ObjectStore {
    private static final int PAGE = 1_000;

    private final S3Client client;

    private S3ObjectStore(S3Client client) {
        this.client = client;
    }

    /**
     * A store.
     *
     * @param client stays the caller's, to be closed after the last engine that uses it
     */
    public static S3ObjectStore of(S3Client client) {
        return new S3ObjectStore(client);
    }

    @Override
    public InputStream open(String bucket, String key, @Nullable String versionId) throws IOException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key);
        if (versionId != null) {
            request.versionId(versionId);
        }
        return new S3Object(call(() -> client.getObject(request.build())));
    }

    @Override
    public ObjectListing list(String bucket, String prefix) throws IOException {
        return new S3Listing(client, bucket, prefix, PAGE);
    }

    @Override
    public void write(String bucket, String key, InputStream content, long length) throws IOException {
        PutObjectRequest request =
                PutObjectRequest.builder().bucket(bucket).key(key).build();
        call(() -> client.putObject(request, RequestBody.fromInputStream(content, length)));
    }

    @Override
    public String toString() {
        return "S3ObjectStore";
    }

    static <T> T call(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The content of an object, whose connection is given up if it is not read to its end: reading the rest could take hours. */
    private static final class S3Object extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> response;
        private boolean ended;

        S3Object(ResponseInputStream<GetObjectResponse> response) {
            super(response);
            this.response = response;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            ended |= read < 0;
            return read;
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                super.close();
            } else {
                response.abort();
            }
        }
    }
}
