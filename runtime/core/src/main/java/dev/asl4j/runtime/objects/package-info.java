/**
 * Where distributed Maps read their items and write their results: buckets of objects, as in Amazon S3. In: names of buckets and
 * objects, and bytes to keep. Out: bytes and lists of objects. The driver knows only the interface; a folder of files is the store
 * that needs nothing else.
 */
@NullMarked
package dev.asl4j.runtime.objects;

import org.jspecify.annotations.NullMarked;
