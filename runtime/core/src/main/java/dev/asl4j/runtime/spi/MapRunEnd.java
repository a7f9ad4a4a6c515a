package dev.asl4j.runtime.spi;

/**
 * How a Map Run ended.
 *
 * @since 0.1.0
 */
public enum MapRunEnd {
    SUCCEEDED,
    FAILED,
    ABORTED
}
