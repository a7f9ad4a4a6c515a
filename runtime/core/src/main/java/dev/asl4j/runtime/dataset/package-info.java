/**
 * The data of distributed Maps. In: an {@code ItemReader} or items of the state's data, and an object store. Out: items one by one, batches
 * of them, and the files of a {@code ResultWriter}. Everything streams: no more than one item or record is in memory. Runs on handler
 * threads and knows nothing of executions; what goes wrong is an {@link java.io.IOException} whose message is the cause.
 */
@NullMarked
package dev.asl4j.runtime.dataset;

import org.jspecify.annotations.NullMarked;
