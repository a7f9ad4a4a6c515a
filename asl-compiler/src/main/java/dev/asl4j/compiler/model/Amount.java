package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;

/** A whole number that is known or read from the effective input: {@code TimeoutSeconds} or {@code TimeoutSecondsPath}. */
public sealed interface Amount {

    /** The number or the path in the definition. */
    Subject origin();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** The number itself. */
    record Constant(long value, Subject origin) implements Amount {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(value);
        }
    }

    /** Read when the state is entered. */
    record AtPath(Path path, Subject origin) implements Amount {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atPath(path);
        }
    }

    /** A number that need not be whole: a percentage. */
    record Fraction(double value, Subject origin) implements Amount {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fraction(value);
        }
    }

    /** What a JSONata expression gives when the state is entered. */
    record Query(JsonataExpression expression, Subject origin) implements Amount {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(expression);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R constant(long value);

        R atPath(Path path);

        R fraction(double value);

        R query(JsonataExpression expression);
    }
}
