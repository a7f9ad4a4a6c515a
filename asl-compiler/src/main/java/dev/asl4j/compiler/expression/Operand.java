package dev.asl4j.compiler.expression;

import java.math.BigDecimal;

/** One side of a comparison in a filter, or an argument of a path's function. */
public sealed interface Operand {

    /** Calls the method for this kind of operand. */
    <R> R accept(Visitor<R> visitor);

    /** A string; also a word without quotes. */
    record Text(String value) implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** A number. */
    record Numeric(BigDecimal value) implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** Null. */
    record Null() implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nothing(this);
        }
    }

    /**
     * An array or an object.
     *
     * @param json its text as strict, compact JSON, whatever quotes were written
     */
    record Json(String json) implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.json(this);
        }
    }

    /**
     * A regular expression {@code /.../flags}; it compiles.
     *
     * @param pattern what stands between the slashes
     * @param flags the letters after them, each one of {@code dixmsuU}
     */
    record Regex(String pattern, String flags) implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.regex(this);
        }
    }

    /** A path from the element ({@code @}) or from the document ({@code $}). */
    record PathOperand(Path path) implements Operand {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.path(this);
        }
    }

    /**
     * One method for each kind of operand.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** A string. */
        R text(Text operand);

        /** A number. */
        R number(Numeric operand);

        /** True or false. */
        R bool(Bool operand);

        /** Null. */
        R nothing(Null operand);

        /** An array or an object. */
        R json(Json operand);

        /** A regular expression. */
        R regex(Regex operand);

        /** A path. */
        R path(PathOperand operand);
    }
}
