package dev.asl4j.compiler.plan;

import dev.asl4j.runtime.spi.StateType;
import org.jspecify.annotations.Nullable;

/**
 * What every state has.
 *
 * @param name as in the definition
 * @param method the method of its first half
 * @param constant the constant of its number
 * @param line its line in the definition, from 1
 */
public record StateHeading(
        String name,
        StateType type,
        String method,
        String constant,
        @Nullable String comment,
        int line) {}
