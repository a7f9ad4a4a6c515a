package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Path;

/** A whole number that is known or read from the effective input: {@code TimeoutSeconds} or {@code TimeoutSecondsPath}. */
public sealed interface Amount {

    Subject origin();

    <R> R accept(Visitor<R> visitor);

    record Constant(long value, Subject origin) implements Amount {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(value);
        }
    }

    record AtPath(Path path, Subject origin) implements Amount {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atPath(path);
        }
    }

    interface Visitor<R> {
        R constant(long value);

        R atPath(Path path);
    }
}
