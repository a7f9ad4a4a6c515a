package dev.asl4j.compiler.model;

import dev.asl4j.compiler.expression.Path;

/** What a variable is compared with. Its kind follows from {@link ComparisonOperator#operand()}. */
public sealed interface ChoiceOperand {

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Of the String operators; of StringMatches: the pattern as written. */
    record Text(String value) implements ChoiceOperand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(value);
        }
    }

    /** Of the Numeric operators: the number as written in the definition. */
    record Numeric(String literal) implements ChoiceOperand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(literal);
        }
    }

    /** Of BooleanEquals and the type tests. */
    record Flag(boolean value) implements ChoiceOperand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flag(value);
        }
    }

    /** Of the Timestamp operators: the instant as written in the definition. */
    record Timestamp(String value) implements ChoiceOperand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(value);
        }
    }

    /** Of the operators whose name ends in {@code Path}. */
    record AtPath(Path path) implements ChoiceOperand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.atPath(path);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R text(String value);

        R number(String literal);

        R flag(boolean value);

        R timestamp(String value);

        R atPath(Path path);
    }
}
