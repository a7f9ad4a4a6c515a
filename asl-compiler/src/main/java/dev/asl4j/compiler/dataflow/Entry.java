package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.shape.Shape;

/**
 * What is known where a scope is entered.
 *
 * @param start of its first state
 * @param executionInput of the execution that the scope is part of
 * @param item {@code Map.Item.Value} of the context object; missing: the scope is in no iteration
 */
record Entry(Env start, Shape executionInput, Shape item) {
    static final Entry NONE = new Entry(Env.NONE, Shape.NEVER, Shape.NEVER);

    Entry or(Entry other) {
        return new Entry(start.or(other.start), executionInput.or(other.executionInput), item.or(other.item));
    }

    Entry unknown() {
        return new Entry(start.unknown(), Shape.ANY, Shape.ANYTHING);
    }
}
