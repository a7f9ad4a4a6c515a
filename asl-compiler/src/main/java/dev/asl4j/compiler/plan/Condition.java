package dev.asl4j.compiler.plan;

import dev.asl4j.compiler.expression.FilterOperator;
import dev.asl4j.compiler.model.ComparisonOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Choice rule or a filter asks: a tree of boolean expressions that only has to be spelled. */
public sealed interface Condition {

    <R> R accept(Visitor<R> visitor);

    /** All of them, in order, until one does not hold; at least two. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.all(this);
        }
    }

    /** One of them, in order, until one holds; at least two. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.any(this);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Whether a value is there, be it null, or is not. */
    record Present(Value value, boolean expected) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.present(this);
        }
    }

    /** Whether a value is of a type, or is not. */
    record IsType(ComparisonOperator operator, Value value, boolean expected) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.isType(this);
        }
    }

    /** A value and what it is compared with. */
    record Comparison(ComparisonOperator operator, Value value, Operand operand) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** What a JSONata expression says, which has to be true or false. */
    record Query(String expression, String location) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(this);
        }
    }

    /** Always the same. */
    record Constant(boolean value) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** In a filter: whether a path leads somewhere. */
    record Exists(Value value) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exists(this);
        }
    }

    /** In a filter: two operands, each null if its path leads nowhere. */
    record FilterTest(FilterOperator operator, Value left, Value right) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filterTest(this);
        }
    }

    /** In a filter: whether a value matches the regular expression of a static field. */
    record Matches(Value value, String constant) implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.matches(this);
        }
    }

    /** In a filter: an operator that paths in text cannot use; the element does not match, whatever stands around. */
    record Never() implements Condition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.never();
        }
    }

    /** What a part method answers, which asks a part of a large condition. */
    record PartCall(String method, List<Variable> arguments) implements Condition {
        public PartCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.part(this);
        }
    }

    /**
     * The right side of a comparison: exactly one of them.
     *
     * @param text a string
     * @param literal a number or a boolean in Java
     * @param constant a static field: a number, an instant, a pattern
     * @param value a computed value
     */
    record Operand(
            @Nullable String text,
            @Nullable String literal,
            @Nullable String constant,
            @Nullable Value value) {
        static Operand text(String text) {
            return new Operand(text, null, null, null);
        }

        static Operand number(String literal) {
            return new Operand(null, literal, null, null);
        }

        static Operand flag(boolean flag) {
            return new Operand(null, String.valueOf(flag), null, null);
        }

        static Operand constant(String field) {
            return new Operand(null, null, field, null);
        }

        static Operand value(Value value) {
            return new Operand(null, null, null, value);
        }
    }

    interface Visitor<R> {
        R all(All condition);

        R any(Any condition);

        R not(Not condition);

        R present(Present condition);

        R isType(IsType condition);

        R comparison(Comparison condition);

        R query(Query condition);

        R constant(Constant condition);

        R exists(Exists condition);

        R filterTest(FilterTest condition);

        R matches(Matches condition);

        R never();

        R part(PartCall condition);
    }
}
