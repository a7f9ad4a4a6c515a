package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.IntrinsicCall;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;

/** The error or the cause of a Fail state. */
public sealed interface FailText {

    /** The string. */
    Subject origin();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code Error}, {@code Cause}. */
    record Constant(String text, Subject origin) implements FailText {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(text);
        }
    }

    /** {@code ErrorPath}, {@code CausePath} with a path, on the raw input or the context object. */
    record AtPath(Path path, Subject origin) implements FailText {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atPath(path);
        }
    }

    /** {@code ErrorPath}, {@code CausePath} with an intrinsic function that returns a string. */
    record Computed(IntrinsicCall call, Subject origin) implements FailText {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.computed(call);
        }
    }

    /** {@code Error}, {@code Cause} as a JSONata expression. */
    record Query(JsonataExpression expression, Subject origin) implements FailText {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(expression);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R constant(String text);

        R atPath(Path path);

        R computed(IntrinsicCall call);

        R query(JsonataExpression expression);
    }
}
