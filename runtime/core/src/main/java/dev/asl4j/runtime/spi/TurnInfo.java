package dev.asl4j.runtime.spi;

import java.time.Duration;

/**
 * What one commit of an execution wrote.
 *
 * @param frames that were new or changed
 * @param events of the history
 * @param commitTime from when the turn was handed to the store until it was durable
 * @since 0.1.0
 */
public record TurnInfo(int frames, int events, Duration commitTime) {}
