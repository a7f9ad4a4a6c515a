/**
 * All access to the JSON data of an execution: parsing and writing, as text and in bytes for what is kept in memory, reads and writes by
 * path, indefinite paths and filters, Choice comparisons, intrinsic functions, timestamps.
 *
 * <p>Functions without state, but for the names of objects, which are remembered to be shared, and where they were found. In and out go
 * Jackson {@link com.fasterxml.jackson.databind.JsonNode}s; inside an execution they are immutable ("frozen"), so that values can be
 * shared by states, branches and threads without a copy. What cannot be evaluated is reported as
 * {@link dev.asl4j.runtime.error.StateFailure} in AWS's words. Java's {@code null} stands for "not there" and is never the same as JSON
 * null.
 */
@NullMarked
package dev.asl4j.runtime.data;

import org.jspecify.annotations.NullMarked;
