package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.math.BigDecimal;
import java.util.List;

/** An argument of an intrinsic function. Each knows where it stands, as offsets in the decoded string of the field. */
public sealed interface Argument {

    /** Offsets in the decoded string. */
    Span span();

    /** What is known of its value. */
    ValueKind kind();

    /** Calls the method for this kind of argument. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A string in apostrophes.
     *
     * @param value its characters, escapes resolved; as a plain string, a hole is the two characters <code>{}</code>
     * @param pieces the same as a template of {@code States.Format}: the text before, between and after the holes, so one more than
     *     there are holes. An escaped brace is part of a piece
     */
    record Text(String value, List<String> pieces, Span span) implements Argument {

        /** Copies the pieces. */
        public Text {
            pieces = List.copyOf(pieces);
        }

        @Override
        public ValueKind kind() {
            return ValueKind.TEXT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A number; {@code text} is how it is written, which is a JSON number. */
    record Numeric(String text, BigDecimal value, Span span) implements Argument {

        @Override
        public ValueKind kind() {
            return ValueKind.NUMBER;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** True or false. */
    record Bool(boolean value, Span span) implements Argument {

        @Override
        public ValueKind kind() {
            return ValueKind.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** Null. */
    record Null(Span span) implements Argument {

        @Override
        public ValueKind kind() {
            return ValueKind.NULL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /** A path into the data, the context object or a variable. */
    record PathArgument(Path path) implements Argument {

        @Override
        public Span span() {
            return path.span();
        }

        /** Anything, except for an indefinite path, which selects an array. */
        @Override
        public ValueKind kind() {
            return path.definite() ? ValueKind.ANY : ValueKind.ARRAY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.path(this);
        }
    }

    /** The result of another call. */
    record Nested(IntrinsicCall call) implements Argument {

        @Override
        public Span span() {
            return call.span();
        }

        @Override
        public ValueKind kind() {
            return call.function().result();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * One method for each kind of argument.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** A string. */
        R text(Text argument);

        /** A number. */
        R number(Numeric argument);

        /** True or false. */
        R bool(Bool argument);

        /** Null. */
        R nothing(Null argument);

        /** A path. */
        R path(PathArgument argument);

        /** Another call. */
        R call(Nested argument);
    }
}
