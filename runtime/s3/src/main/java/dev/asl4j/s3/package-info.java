/**
 * The object store of distributed Maps in Amazon S3, or in a service that speaks its protocol. In: calls of {@link
 * dev.asl4j.runtime.objects.ObjectStore}. Out: calls of the AWS SDK's synchronous client, which the user configures.
 */
@NullMarked
package dev.asl4j.s3;

import org.jspecify.annotations.NullMarked;
