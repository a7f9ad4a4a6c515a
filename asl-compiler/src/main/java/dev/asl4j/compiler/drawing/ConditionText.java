package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import java.util.List;

/** Conditions of choice rules as short texts: <code>$.total &gt; 100 and not $.paid = true</code>. */
public final class ConditionText implements ChoiceRule.Visitor<Void>, ChoiceOperand.Visitor<String> {
    /** What is longer is cut when it is written. */
    private static final int ENOUGH = 2 * Words.LONGEST;

    private final StringBuilder text = new StringBuilder();

    private ConditionText() {}

    /** The text of a condition; of a long one its start. */
    public static String of(ChoiceRule rule) {
        ConditionText condition = new ConditionText();
        rule.accept(condition);
        return condition.text.toString();
    }

    @Override
    public Void and(List<ChoiceRule> rules) {
        return joined(rules, " and ");
    }

    @Override
    public Void or(List<ChoiceRule> rules) {
        return joined(rules, " or ");
    }

    private Void joined(List<ChoiceRule> rules, String word) {
        text.append(rules.size() > 1 ? "(" : "");
        String separator = "";
        for (ChoiceRule rule : rules) {
            if (text.length() > ENOUGH) {
                return null;
            }
            text.append(separator);
            rule.accept(this);
            separator = word;
        }
        text.append(rules.size() > 1 ? ")" : "");
        return null;
    }

    @Override
    public Void not(ChoiceRule rule) {
        if (text.length() <= ENOUGH) {
            text.append("not ");
            rule.accept(this);
        }
        return null;
    }

    @Override
    public Void comparison(ChoiceRule.Comparison comparison) {
        String operand = comparison.operand().accept(this);
        text.append(comparison.variable().text()).append(sign(comparison, operand));
        return null;
    }

    private static String sign(ChoiceRule.Comparison comparison, String operand) {
        return switch (comparison.operator().relation()) {
            case EQUALS -> " = " + operand;
            case LESS_THAN -> " < " + operand;
            case GREATER_THAN -> " > " + operand;
            case LESS_THAN_EQUALS -> " <= " + operand;
            case GREATER_THAN_EQUALS -> " >= " + operand;
            case MATCHES -> " matches " + operand;
            case IS_NULL -> is(operand, "null");
            case IS_PRESENT -> is(operand, "present");
            case IS_NUMERIC -> is(operand, "a number");
            case IS_STRING -> is(operand, "a string");
            case IS_BOOLEAN -> is(operand, "a boolean");
            case IS_TIMESTAMP -> is(operand, "a timestamp");
        };
    }

    private static String is(String flag, String what) {
        return (flag.equals("true") ? " is " : " is not ") + what;
    }

    @Override
    public Void query(JsonataExpression expression) {
        text.append(expression.text());
        return null;
    }

    @Override
    public Void constant(boolean value) {
        text.append(value);
        return null;
    }

    @Override
    public String text(String value) {
        return "\"" + value + "\"";
    }

    @Override
    public String number(String literal) {
        return literal;
    }

    @Override
    public String flag(boolean value) {
        return Boolean.toString(value);
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
