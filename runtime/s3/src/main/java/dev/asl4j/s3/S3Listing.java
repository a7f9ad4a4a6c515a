package dev.asl4j.s3;

import dev.asl4j.runtime.objects.ObjectListing;
import dev.asl4j.runtime.objects.StoredObject;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a bucket; a page at a time is in memory. */
final class S3Listing implements ObjectListing {
    private final S3Client client;
    private final ListObjectsV2Request request;
    private ListObjectsV2Response page;
    private Iterator<S3Object> rest;

    /** @param pageSize how many objects to ask for at a time, at most 1,000 */
    S3Listing(S3Client client, String bucket, String prefix, int pageSize) throws IOException {
        this.client = client;
        request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .maxKeys(pageSize)
                .build();
        page = S3ObjectStore.call(() -> client.listObjectsV2(request));
        rest = page.contents().iterator();
    }

    @Override
    public @Nullable StoredObject next() throws IOException {
        while (!rest.hasNext()) {
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return null;
            }
            String token = page.nextContinuationToken();
            page = S3ObjectStore.call(() -> client.listObjectsV2(
                    request.toBuilder().continuationToken(token).build()));
            rest = page.contents().iterator();
        }
        S3Object object = rest.next();
        String storageClass = object.storageClassAsString();
        return new StoredObject(
                object.key(),
                object.eTag(),
                object.lastModified(),
                object.size(),
                storageClass == null ? "STANDARD" : storageClass);
    }
}
