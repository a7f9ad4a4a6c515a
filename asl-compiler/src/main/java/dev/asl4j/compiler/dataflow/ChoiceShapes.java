package dev.asl4j.compiler.dataflow;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.shape.Known;
import dev.asl4j.compiler.shape.Narrowing;
import dev.asl4j.compiler.shape.Selected;
import dev.asl4j.compiler.shape.Shape;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the conditions of a Choice state tell of the data, and what in them can never hold. */
final class ChoiceShapes {
    private final Known known;
    private final Findings findings;
    private final Shape whole;

    /** @param whole the data before any rule */
    ChoiceShapes(Known known, Shape whole, Findings findings) {
        this.known = known;
        this.whole = whole;
        this.findings = findings;
    }

    /** The data of which a rule holds, and that of which it does not; never: there is none. */
    record Split(Shape holds, Shape fails) {
        Split turned() {
            return new Split(/* holds= */ fails, /* fails= */ holds);
        }
    }

    /** Splits data by a rule, and tells what in the rule is wrong. Rules after the one that decides are not evaluated. */
    Split split(ChoiceRule rule, Shape data) {
        return data.isNever() ? new Split(data, data) : rule.accept(new Splitter(data));
    }

    private final class Splitter implements ChoiceRule.Visitor<Split> {
        private final Shape data;

        Splitter(Shape data) {
            this.data = data;
        }

        @Override
        public Split and(List<ChoiceRule> rules) {
            Shape left = data;
            Shape failing = Shape.NEVER;
            for (ChoiceRule rule : rules) {
                Split split = split(rule, left);
                failing = failing.or(split.fails());
                left = split.holds();
            }
            return new Split(left, failing);
        }

        @Override
        public Split or(List<ChoiceRule> rules) {
            Shape left = data;
            Shape holding = Shape.NEVER;
            for (ChoiceRule rule : rules) {
                Split split = split(rule, left);
                holding = holding.or(split.holds());
                left = split.fails();
            }
            return new Split(holding, left);
        }

        @Override
        public Split not(ChoiceRule rule) {
            return split(rule, data).turned();
        }

        @Override
        public Split comparison(ChoiceRule.Comparison comparison) {
            tell(comparison, data);
            return new Split(compared(comparison, true, data), compared(comparison, false, data));
        }

        @Override
        public Split query(JsonataExpression expression) {
            return new Split(data, data);
        }

        @Override
        public Split constant(boolean value) {
            return value ? new Split(data, Shape.NEVER) : new Split(Shape.NEVER, data);
        }
    }

    private static Shape compared(ChoiceRule.Comparison comparison, boolean holds, Shape data) {
        Path path = comparison.variable();
        if (data.isNever() || !(path.root() instanceof Root.Document)) {
            return data;
        }
        return Narrowing.at(data, path.steps(), change(comparison, holds));
    }

    /** All but the test for presence fail where there is nothing. */
    private static UnaryOperator<Shape> change(ChoiceRule.Comparison comparison, boolean holds) {
        ChoiceOperand operand = comparison.operand();
        boolean flag = operand instanceof ChoiceOperand.Flag written && written.value();
        ComparisonOperator.Relation relation = comparison.operator().relation();
        return switch (relation) {
            case IS_PRESENT ->
                flag == holds ? Shape::present : value -> value.mayBeMissing() ? Shape.MISSING : Shape.NEVER;
            case IS_NULL -> ofType(ValueType.NULL, flag == holds);
            case IS_NUMERIC -> ofType(ValueType.NUMBER, flag == holds);
            case IS_STRING -> ofType(ValueType.STRING, flag == holds);
            case IS_BOOLEAN -> ofType(ValueType.BOOLEAN, flag == holds);
            case IS_TIMESTAMP -> flag == holds ? ofType(ValueType.STRING, true) : Shape::present;
            case EQUALS -> equal(comparison, holds);
            case LESS_THAN, GREATER_THAN, LESS_THAN_EQUALS, GREATER_THAN_EQUALS, MATCHES ->
                holds ? value -> value.only(needed(comparison.operator())) : Shape::present;
        };
    }

    private static UnaryOperator<Shape> ofType(ValueType type, boolean is) {
        ValueTypes types = is ? ValueTypes.of(type) : ValueTypes.JSON.without(type);
        return value -> value.only(types);
    }

    private static UnaryOperator<Shape> equal(ChoiceRule.Comparison comparison, boolean holds) {
        ValueTypes needed = needed(comparison.operator());
        boolean text = comparison.operator().subject() == ComparisonOperator.Subject.STRING;
        String wanted = text && comparison.operand() instanceof ChoiceOperand.Text given ? given.value() : null;
        if (wanted == null) {
            return holds ? value -> value.only(needed) : Shape::present;
        }
        return holds ? value -> only(value.only(needed), wanted) : value -> without(value.present(), wanted);
    }

    private static Shape only(Shape strings, String wanted) {
        Set<String> texts = strings.texts();
        boolean possible = strings.has(ValueType.STRING) && (texts == null || texts.contains(wanted));
        return possible ? strings.withTexts(Set.of(wanted)) : Shape.NEVER;
    }

    private static Shape without(Shape value, String wanted) {
        Set<String> texts = value.texts();
        if (texts == null || !value.has(ValueType.STRING)) {
            return value;
        }
        Set<String> others = new TreeSet<>(texts);
        others.remove(wanted);
        return value.withTexts(others);
    }

    /** The types of which one side has to be for the comparison to hold. */
    static ValueTypes needed(ComparisonOperator operator) {
        return switch (operator.subject()) {
            case STRING, TIMESTAMP -> ValueTypes.of(ValueType.STRING);
            case NUMERIC -> ValueTypes.of(ValueType.NUMBER);
            case BOOLEAN -> ValueTypes.of(ValueType.BOOLEAN);
            case ANY -> ValueTypes.JSON;
        };
    }

    private void tell(ChoiceRule.Comparison comparison, Shape data) {
        boolean presence = comparison.operator().relation() == ComparisonOperator.Relation.IS_PRESENT;
        if (!presence) {
            read(comparison, comparison.variable(), comparison.variableOrigin(), data);
        }
        Path other = operand(comparison.operand());
        if (other != null) {
            read(comparison, other, comparison.operandOrigin(), data);
        }
    }

    /** What is wrong only for what other rules left of the data is for the proofs of rules to say. */
    private void read(ChoiceRule.Comparison comparison, Path path, Subject source, Shape data) {
        Selected left = known.with(data).select(path);
        Selected before = known.with(whole).select(path);
        if (left.absent() == null) {
            findings.path(path, source, left);
        } else if (before.absent() != null) {
            findings.path(path, source, before);
        }
        if (!left.value().isNever()) {
            findings.compared(comparison, path, source, before.value());
        }
    }

    private static @Nullable Path operand(ChoiceOperand operand) {
        return operand instanceof ChoiceOperand.AtPath at ? at.path() : null;
    }
}
