package dev.asl4j.runtime.data;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the names of the object that one place in generated code built last. It will build the next one with the same names: then they
 * are neither compared nor kept again.
 */
public final class Shape {
    private @Nullable Keys last; // threads may differ about it; an object is built by what it found at first

    /** One that has seen nothing. */
    public Shape() {}

    /** A new builder for an object. */
    public ObjectBuilder object() {
        return new ObjectBuilder(this);
    }

    @Nullable
    Keys last() {
        return last;
    }

    void remember(Keys keys) {
        last = keys;
    }
}
