/**
 * Traces of executions. In goes what an engine tells a {@link dev.asl4j.runtime.spi.LifecycleListener}, and the calls of handlers; out come
 * spans for OpenTelemetry: one trace for each execution, in however many processes it runs.
 */
@NullMarked
package dev.asl4j.opentelemetry;

import org.jspecify.annotations.NullMarked;
