package dev.asl4j.compiler.generate;

import com.palantir.javapoet.CodeBlock;
import dev.asl4j.compiler.expression.FilterOperator;
import dev.asl4j.compiler.plan.Condition;
import dev.asl4j.compiler.plan.JavaNames;
import dev.asl4j.compiler.plan.Value;
import java.util.List;

/** Spells conditions as Java expressions of type boolean. */
final class ConditionSpeller implements Condition.Visitor<CodeBlock> {
    private final Statics statics;
    private final ValueSpeller values;

    /** What stands around the condition, which decides on parentheses. */
    private enum Around {
        NOTHING,
        AND,
        OR,
        NOT
    }

    private Around around = Around.NOTHING;

    ConditionSpeller(Statics statics, ValueSpeller values) {
        this.statics = statics;
        this.values = values;
    }

    CodeBlock spell(Condition condition) {
        return within(Around.NOTHING, condition);
    }

    private CodeBlock within(Around outer, Condition condition) {
        Around before = around;
        around = outer;
        CodeBlock code = condition.accept(this);
        around = before;
        return code;
    }

    @Override
    public CodeBlock all(Condition.All condition) {
        return joined(condition.conditions(), "\n&& ", Around.AND, around == Around.NOT || around == Around.OR);
    }

    @Override
    public CodeBlock any(Condition.Any condition) {
        return joined(condition.conditions(), "\n|| ", Around.OR, around == Around.NOT || around == Around.AND);
    }

    private CodeBlock joined(List<Condition> conditions, String separator, Around inside, boolean parentheses) {
        CodeBlock joined = conditions.stream().map(each -> within(inside, each)).collect(CodeBlock.joining(separator));
        return parentheses ? CodeBlock.of("($>$>$L$<$<)", joined) : joined;
    }

    @Override
    public CodeBlock not(Condition.Not condition) {
        return CodeBlock.of("!$L", within(Around.NOT, condition.condition()));
    }

    /** {@code isPresent(at(input, STATE_X))} */
    @Override
    public CodeBlock present(Condition.Present condition) {
        return negated(
                condition.expected(),
                CodeBlock.of(
                        "$L($L)", statics.use(RuntimeTypes.CHOICES, "isPresent"), values.spell(condition.value())));
    }

    /** {@code isNumeric(variable(at(input, STATE_X), "$.x"))} */
    @Override
    public CodeBlock isType(Condition.IsType condition) {
        return negated(
                condition.expected(),
                CodeBlock.of(
                        "$L($L)",
                        statics.use(RuntimeTypes.CHOICES, JavaNames.comparison(condition.operator())),
                        values.spell(condition.value())));
    }

    /** A negation inside of another one has to stand in parentheses for no reason but reading. */
    private CodeBlock negated(boolean expected, CodeBlock test) {
        if (expected) {
            return test;
        }
        return CodeBlock.of(around == Around.NOT ? "(!$L)" : "!$L", test);
    }

    /** {@code numericGreaterThan(variable(at(input, STATE_TOTAL), "$.total"), 0)} */
    @Override
    public CodeBlock comparison(Condition.Comparison condition) {
        return CodeBlock.of(
                "$L($L, $L)",
                statics.use(RuntimeTypes.CHOICES, JavaNames.comparison(condition.operator())),
                values.spell(condition.value()),
                operand(condition.operand()));
    }

    private CodeBlock operand(Condition.Operand operand) {
        if (operand.text() != null) {
            return values.string(operand.text());
        }
        if (operand.value() != null) {
            return values.spell(operand.value());
        }
        return CodeBlock.of("$L", operand.literal() != null ? operand.literal() : operand.constant());
    }

    /** {@code query.condition(ROUTE_CONDITION, "Choices[0]/Condition")} */
    @Override
    public CodeBlock query(Condition.Query condition) {
        return CodeBlock.of("query.condition($L, $L)", condition.expression(), values.string(condition.location()));
    }

    @Override
    public CodeBlock constant(Condition.Constant condition) {
        return CodeBlock.of("$L", condition.value());
    }

    /** {@code Filters.exists(at(element, STATE_ISBN))} */
    @Override
    public CodeBlock exists(Condition.Exists condition) {
        return CodeBlock.of("$T.exists($L)", RuntimeTypes.FILTERS, values.spell(condition.value()));
    }

    /** {@code Filters.lessThan(at(element, STATE_PRICE), TEN)} */
    @Override
    public CodeBlock filterTest(Condition.FilterTest condition) {
        return CodeBlock.of(
                "$T.$L($L, $L)",
                RuntimeTypes.FILTERS,
                methodName(condition.operator()),
                values.spell(condition.left()),
                values.spell(condition.right()));
    }

    private static String methodName(FilterOperator operator) {
        return switch (operator) {
            case GTE -> "greaterThanOrEqual";
            case LTE -> "lessThanOrEqual";
            case EQ -> "equal";
            case TSEQ -> "identical";
            case NE -> "notEqual";
            case TSNE -> "notIdentical";
            case LT -> "lessThan";
            case GT -> "greaterThan";
            case NIN -> "notIn";
            case IN -> "in";
            case CONTAINS -> "contains";
            case SIZE -> "size";
            case EMPTY -> "empty";
            case SUBSETOF -> "subsetOf";
            case ANYOF -> "anyOf";
            case NONEOF -> "noneOf";
            case REGEX, ALL, EXISTS, TYPE, MATCHES ->
                throw new IllegalStateException(operator + " is a condition of its own");
        };
    }

    /** {@code Filters.matches(at(element, STATE_NAME), PATTERN)} */
    @Override
    public CodeBlock matches(Condition.Matches condition) {
        Value value = condition.value();
        return CodeBlock.of("$T.matches($L, $L)", RuntimeTypes.FILTERS, values.spell(value), condition.constant());
    }

    @Override
    public CodeBlock never() {
        return CodeBlock.of("$T.never()", RuntimeTypes.FILTERS);
    }

    @Override
    public CodeBlock part(Condition.PartCall condition) {
        return CodeBlock.of("$L($L)", condition.method(), ValueSpeller.arguments(condition.arguments()));
    }
}
