package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import org.jspecify.annotations.Nullable;

/** How long a Wait state waits: exactly one of its fields. */
public sealed interface WaitDuration {

    /** The string; null: it is a number. */
    default @Nullable Subject origin() {
        return null;
    }

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** {@code Seconds}: 0 to 99999999. */
    record Seconds(long seconds, Subject origin) implements WaitDuration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seconds(seconds);
        }
    }

    /** {@code SecondsPath}: a number in the effective input. */
    record SecondsPath(Path path, Subject origin) implements WaitDuration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.secondsPath(path);
        }
    }

    /** {@code Timestamp}: an instant as text, in the profile of RFC 3339 that the specification gives. */
    record Timestamp(String text, Subject origin) implements WaitDuration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(text);
        }
    }

    /** {@code TimestampPath}: an instant as text in the effective input. */
    record TimestampPath(Path path, Subject origin) implements WaitDuration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestampPath(path);
        }
    }

    /** {@code Seconds} as a JSONata expression. */
    record SecondsQuery(JsonataExpression expression, Subject origin) implements WaitDuration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.secondsQuery(expression);
        }
    }

    /** {@code Timestamp} as a JSONata expression. */
    record TimestampQuery(JsonataExpression expression, Subject origin) implements WaitDuration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestampQuery(expression);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R seconds(long seconds);

        R secondsPath(Path path);

        R timestamp(String text);

        R timestampPath(Path path);

        R secondsQuery(JsonataExpression expression);

        R timestampQuery(JsonataExpression expression);
    }
}
