package dev.asl4j.compiler.expression;

import java.util.List;

/** The condition of a filter {@code [?(...)]}. */
public sealed interface FilterExpression {

    /** Calls the method for this kind of expression. */
    <R> R accept(Visitor<R> visitor);

    /** {@code a || b}: at least two operands, from left to right. */
    record Or(List<FilterExpression> operands) implements FilterExpression {

        /** Copies the operands. */
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** {@code a && b}: at least two operands, from left to right. */
    record And(List<FilterExpression> operands) implements FilterExpression {

        /** Copies the operands. */
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** {@code !a}. */
    record Not(FilterExpression operand) implements FilterExpression {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** A path alone: true if it selects something, be it null or false. */
    record Exists(Path path) implements FilterExpression {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exists(this);
        }
    }

    /** {@code left operator right}. */
    record Comparison(Operand left, FilterOperator operator, Operand right) implements FilterExpression {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /**
     * One method for each kind of expression.
     *
     * @param <R> what the methods return
     */
    interface Visitor<R> {

        /** {@code a || b}. */
        R or(Or expression);

        /** {@code a && b}. */
        R and(And expression);

        /** {@code !a}. */
        R not(Not expression);

        /** A path alone. */
        R exists(Exists expression);

        /** A comparison. */
        R comparison(Comparison expression);
    }
}
