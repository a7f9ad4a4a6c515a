package dev.asl4j.runtime.objects;

import java.time.Instant;

/**
 * An object of a bucket, as {@code ListObjectsV2} shows it.
 *
 * @param etag identifies the content; S3's have quotes around them
 * @param size in bytes
 * @param storageClass {@code STANDARD}
 * @since 0.1.0
 */
public record StoredObject(String key, String etag, Instant lastModified, long size, String storageClass) {}
