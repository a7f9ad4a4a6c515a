package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.Span;
import java.math.BigDecimal;

/**
 * A token of JSONata.
 *
 * @param kind what it is
 * @param value an operator as it is written, a name or variable without its marks, the characters of a string, a number as it is
 *     written, a regular expression with its slashes and flags
 * @param span offsets in the text of the expression
 */
record JsonataToken(Kind kind, String value, Span span) {

    enum Kind {
        OPERATOR,
        NAME,
        VARIABLE,
        TEXT,
        NUMBER,
        VALUE,
        REGEX,
        PLACEHOLDER,
        END
    }

    boolean is(String operator) {
        return kind == Kind.OPERATOR && value.equals(operator);
    }

    /** How JSONata's messages show it. */
    String shown() {
        return switch (kind) {
            case OPERATOR, NAME, VARIABLE, TEXT, PLACEHOLDER -> JsonWriter.quoted(value);
            case NUMBER -> shown(value);
            case VALUE -> value;
            case REGEX -> "{}";
            case END -> "\"(end)\"";
        };
    }

    /** A number as JSONata's messages show it: its value, not how it is written. */
    static String shown(String number) {
        BigDecimal value = new BigDecimal(Double.toString(Double.parseDouble(number))).stripTrailingZeros();
        int exponent = value.precision() - value.scale();
        boolean plain = value.signum() == 0 || (exponent > -6 && exponent <= 21);
        return plain ? value.toPlainString() : value.toString().replace('E', 'e');
    }
}
