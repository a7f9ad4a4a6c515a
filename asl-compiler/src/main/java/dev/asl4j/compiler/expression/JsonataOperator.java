package dev.asl4j.compiler.expression;

import org.jspecify.annotations.Nullable;

/** The operators of JSONata that compute a value from two others. */
public enum JsonataOperator {
    /** Numeric addition. */
    ADD("+", 50),
    /** Numeric subtraction. */
    SUBTRACT("-", 50),
    /** Numeric multiplication. */
    MULTIPLY("*", 60),
    /** Numeric division. */
    DIVIDE("/", 60),
    /** Numeric remainder. */
    REMAINDER("%", 60),
    /** Concatenation of strings. */
    CONCATENATE("&", 50),
    /** Equality of any values. */
    EQUAL("=", 40),
    /** Inequality of any values. */
    NOT_EQUAL("!=", 40),
    /** Order of two numbers or two strings. */
    LESS("<", 40),
    /** Order of two numbers or two strings. */
    LESS_OR_EQUAL("<=", 40),
    /** Order of two numbers or two strings. */
    GREATER(">", 40),
    /** Order of two numbers or two strings. */
    GREATER_OR_EQUAL(">=", 40),
    /** Membership of an array. */
    IN("in", 40),
    /** Conjunction; the right side is evaluated only if it matters. */
    AND("and", 30),
    /** Disjunction; the right side is evaluated only if it matters. */
    OR("or", 25),
    /** Application of the function on the right to the value on the left; also the chain of two functions. */
    APPLY("~>", 40);

    private final String sign;
    private final int power;

    JsonataOperator(String sign, int power) {
        this.sign = sign;
        this.power = power;
    }

    /** How it is written. */
    public String sign() {
        return sign;
    }

    /** How strongly it binds; operators of the same power are left-associative. */
    int power() {
        return power;
    }

    static @Nullable JsonataOperator of(String sign) {
        for (JsonataOperator operator : values()) {
            if (operator.sign.equals(sign)) {
                return operator;
            }
        }
        return null;
    }
}
