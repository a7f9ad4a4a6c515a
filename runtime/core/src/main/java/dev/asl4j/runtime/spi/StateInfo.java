package dev.asl4j.runtime.spi;

/**
 * A state that an execution is at.
 *
 * @param name as in the definition, in whatever scope
 * @since 0.1.0
 */
public record StateInfo(String name, StateType type) {}
