package dev.asl4j.runtime.spi;

import java.time.Instant;

/**
 * Which execution a {@link LifecycleListener} is told of.
 *
 * @param arn its ARN, unique
 * @param machine name of its state machine; of a child of a Map Run {@code <machine>/<label>}
 * @param name its name: one of as many as there are executions, so nothing to count by
 * @param type Standard or Express
 * @param start when it started
 * @since 0.1.0
 */
public record ExecutionInfo(String arn, String machine, String name, ExecutionType type, Instant start) {}
