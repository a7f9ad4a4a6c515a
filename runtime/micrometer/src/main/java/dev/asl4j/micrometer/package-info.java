/**
 * Metrics of executions. In goes what an engine tells a {@link dev.asl4j.runtime.spi.LifecycleListener}; out come meters of a Micrometer
 * registry, named after AWS's metrics of Step Functions.
 */
@NullMarked
package dev.asl4j.micrometer;

import org.jspecify.annotations.NullMarked;
