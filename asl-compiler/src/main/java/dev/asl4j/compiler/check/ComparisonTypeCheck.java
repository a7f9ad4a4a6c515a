package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;
import dev.asl4j.compiler.model.State;
import dev.asl4j.compiler.types.Names;
import dev.asl4j.compiler.types.TemplateTypes;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;

/** Warns of comparisons of a type that a side of them never has: such a comparison does not fail, it just never holds. */
final class ComparisonTypeCheck {

    private ComparisonTypeCheck() {}

    static void check(State state, Names names, Diagnostics diagnostics) {
        for (ChoiceRule.Comparison comparison : Comparisons.of(state)) {
            check(comparison, names, diagnostics);
        }
    }

    private static void check(ChoiceRule.Comparison comparison, Names names, Diagnostics diagnostics) {
        ComparisonOperator operator = comparison.operator();
        ValueTypes needed = needed(operator.subject());
        check(operator, comparison.variable(), comparison.variableOrigin(), needed, names, diagnostics);
        if (comparison.operand() instanceof ChoiceOperand.AtPath operand) {
            check(operator, operand.path(), comparison.operandOrigin(), needed, names, diagnostics);
        }
    }

    private static void check(
            ComparisonOperator operator,
            Path path,
            Subject place,
            ValueTypes needed,
            Names names,
            Diagnostics diagnostics) {
        ValueTypes types = TemplateTypes.of(path, names);
        if (!types.isNone() && types.and(needed).isNone()) {
            diagnostics.report(
                    Code.COMPARISON_NEVER_HOLDS,
                    place,
                    Quotes.quote(operator.field()) + " never holds: it needs " + needed.words() + ", but "
                            + Quotes.quote(path.text()) + " is " + types.words());
        }
    }

    private static ValueTypes needed(ComparisonOperator.Subject subject) {
        return switch (subject) {
            case STRING, TIMESTAMP -> ValueTypes.of(ValueType.STRING);
            case NUMERIC -> ValueTypes.of(ValueType.NUMBER);
            case BOOLEAN -> ValueTypes.of(ValueType.BOOLEAN);
            case ANY -> ValueTypes.ALL;
        };
    }
}
