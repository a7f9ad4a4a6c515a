package dev.asl4j.compiler.model;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import java.util.List;

/** The condition of a choice rule: in JSONPath a tree of And, Or and Not with comparisons as
 * leaves, in JSONata an expression. */
public sealed interface ChoiceRule {

    /** The rule in the definition. */
    Subject origin();

    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Holds if all do; tried in order, until one does not. At least one. */
    record And(List<ChoiceRule> rules, Subject origin) implements ChoiceRule {
        public And {
            rules = List.copyOf(rules);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(rules);
        }
    }

    /** Holds if one does; tried in order, until one does. At least one. */
    record Or(List<ChoiceRule> rules, Subject origin) implements ChoiceRule {
        public Or {
            rules = List.copyOf(rules);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(rules);
        }
    }

    /** Holds if the rule does not. */
    record Not(ChoiceRule rule, Subject origin) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(rule);
        }
    }

    /**
     * {@code Variable} with one comparison operator.
     *
     * @param operandOrigin the operator's value
     */
    record Comparison(
            Path variable,
            Subject variableOrigin,
            ComparisonOperator operator,
            ChoiceOperand operand,
            Subject operandOrigin,
            Subject origin)
            implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** JSONata: {@code Condition} as an expression, which has to give true or false. */
    record Query(JsonataExpression expression, Subject origin) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.query(expression);
        }
    }

    /** JSONata: {@code Condition} as a literal. */
    record Constant(boolean value, Subject origin) implements ChoiceRule {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(value);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        R and(List<ChoiceRule> rules);

        R or(List<ChoiceRule> rules);

        R not(ChoiceRule rule);

        R comparison(Comparison comparison);

        R query(JsonataExpression expression);

        R constant(boolean value);
    }
}
