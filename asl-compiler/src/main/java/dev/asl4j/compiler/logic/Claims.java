package dev.asl4j.compiler.logic;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.ComparisonOperator.Relation;
import dev.asl4j.runtime.data.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of choice rules as claims. */
final class Claims implements ChoiceRule.Visitor<Claim> {
    private static final Claims CLAIMS = new Claims();

    private Claims() {}

    static Claim of(ChoiceRule rule) {
        return rule.accept(CLAIMS);
    }

    @Override
    public Claim and(List<ChoiceRule> rules) {
        return new Claim.All(rules.stream().map(Claims::of).toList());
    }

    @Override
    public Claim or(List<ChoiceRule> rules) {
        return new Claim.Any(rules.stream().map(Claims::of).toList());
    }

    @Override
    public Claim not(ChoiceRule rule) {
        return new Claim.Not(of(rule));
    }

    @Override
    public Claim query(JsonataExpression expression) {
        return JsonataClaims.of(expression);
    }

    @Override
    public Claim constant(boolean value) {
        return value ? new Claim.All(List.of()) : new Claim.Any(List.of());
    }

    @Override
    public Claim comparison(ChoiceRule.Comparison comparison) {
        Path variable = comparison.variable();
        ComparisonOperator operator = comparison.operator();
        ChoiceOperand operand = comparison.operand();
        Optional<ValueSet> test = variable.definite() ? operand.accept(new Reader(operator)) : Optional.empty();
        return new Claim.Atom(
                variable.text(),
                test.orElseGet(() -> ValueSet.opaque(operator.field() + " " + operand.accept(new OperandText()))));
    }

    /** The test that an operator with an operand is; empty: only its words are known. */
    private record Reader(ComparisonOperator operator) implements ChoiceOperand.Visitor<Optional<ValueSet>> {

        @Override
        public Optional<ValueSet> text(String value) {
            if (operator.relation() != Relation.MATCHES) {
                return Optional.of(ValueSet.in(ValueSet.STRING, range(String.class, value)));
            }
            boolean any = value.chars().allMatch(c -> c == '*') && !value.isEmpty();
            return Optional.of(new ValueSet(ValueSet.STRING, null, any ? null : "matches " + value));
        }

        @Override
        public Optional<ValueSet> number(String literal) {
            BigDecimal value = JsonNumber.parse(literal);
            return value == null
                    ? Optional.empty()
                    : Optional.of(ValueSet.in(Set.of(ValueType.NUMBER), range(BigDecimal.class, value)));
        }

        @Override
        public Optional<ValueSet> flag(boolean value) {
            Set<ValueType> types = switch (operator.relation()) {
                case IS_NULL -> Set.of(ValueType.NULL);
                case IS_PRESENT -> EnumSet.complementOf(EnumSet.of(ValueType.ABSENT));
                case IS_NUMERIC -> Set.of(ValueType.NUMBER);
                case IS_STRING -> ValueSet.STRING;
                case IS_TIMESTAMP -> Set.of(ValueType.TIMESTAMP);
                case IS_BOOLEAN, EQUALS, LESS_THAN, GREATER_THAN, LESS_THAN_EQUALS, GREATER_THAN_EQUALS, MATCHES ->
                    Set.of(ValueType.BOOLEAN);
            };
            if (operator.relation() == Relation.EQUALS) {
                return Optional.of(ValueSet.in(types, Range.of(Boolean.class, value)));
            }
            if (value) {
                return Optional.of(ValueSet.ofType(types));
            }
            return Optional.of(
                    operator.relation() == Relation.IS_PRESENT
                            ? ValueSet.ofType(Set.of(ValueType.ABSENT))
                            : ValueSet.ofOtherType(types));
        }

        @Override
        public Optional<ValueSet> timestamp(String value) {
            Instant instant = Timestamps.parse(value);
            return instant == null
                    ? Optional.empty()
                    : Optional.of(ValueSet.in(Set.of(ValueType.TIMESTAMP), range(Instant.class, instant)));
        }

        @Override
        public Optional<ValueSet> atPath(Path path) {
            Set<ValueType> types = switch (operator.subject()) {
                case STRING -> ValueSet.STRING;
                case NUMERIC -> Set.of(ValueType.NUMBER);
                case BOOLEAN -> Set.of(ValueType.BOOLEAN);
                case TIMESTAMP -> Set.of(ValueType.TIMESTAMP);
                case ANY -> EnumSet.allOf(ValueType.class);
            };
            return Optional.of(new ValueSet(types, null, operator.field() + " " + path.text()));
        }

        private <T extends Comparable<T>> Range<T> range(Class<T> kind, T value) {
            return switch (operator.relation()) {
                case LESS_THAN -> new Range<>(kind, null, value, false);
                case LESS_THAN_EQUALS -> new Range<>(kind, null, value, true);
                case GREATER_THAN -> new Range<>(kind, value, null, false);
                case GREATER_THAN_EQUALS -> new Range<>(kind, value, null, true);
                case EQUALS, MATCHES, IS_NULL, IS_PRESENT, IS_NUMERIC, IS_STRING, IS_BOOLEAN, IS_TIMESTAMP ->
                    Range.of(kind, value);
            };
        }
    }

    /** An operand in words. */
    private static final class OperandText implements ChoiceOperand.Visitor<String> {

        @Override
        public String text(String value) {
            return value;
        }

        @Override
        public String number(String literal) {
            return literal;
        }

        @Override
        public String flag(boolean value) {
            return String.valueOf(value);
        }

        @Override
        public String timestamp(String value) {
            return value;
        }

        @Override
        public String atPath(Path path) {
            return path.text();
        }
    }
}
