package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.source.Span;

/**
 * A step of a JSONata path that finds nothing.
 *
 * @param name of the field
 * @param path the path up to the step, as it is written
 * @param span where the step stands in the expression
 * @param holder what the step is asked of
 * @param certain whether there is nothing, whatever the data; else no description of the data has it
 * @param guarded whether the expression looks after it, as in {@code $exists(...)}
 */
public record QueryMiss(String name, String path, Span span, Shape holder, boolean certain, boolean guarded) {}
