package dev.asl4j.compiler.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comparison operators of the JSONPath dialect, by the names of their fields. */
public enum ComparisonOperator {
    STRING_EQUALS("StringEquals", Subject.STRING, Relation.EQUALS, OperandKind.TEXT),
    STRING_LESS_THAN("StringLessThan", Subject.STRING, Relation.LESS_THAN, OperandKind.TEXT),
    STRING_GREATER_THAN("StringGreaterThan", Subject.STRING, Relation.GREATER_THAN, OperandKind.TEXT),
    STRING_LESS_THAN_EQUALS("StringLessThanEquals", Subject.STRING, Relation.LESS_THAN_EQUALS, OperandKind.TEXT),
    STRING_GREATER_THAN_EQUALS(
            "StringGreaterThanEquals", Subject.STRING, Relation.GREATER_THAN_EQUALS, OperandKind.TEXT),
    STRING_EQUALS_PATH("StringEqualsPath", Subject.STRING, Relation.EQUALS, OperandKind.PATH),
    STRING_LESS_THAN_PATH("StringLessThanPath", Subject.STRING, Relation.LESS_THAN, OperandKind.PATH),
    STRING_GREATER_THAN_PATH("StringGreaterThanPath", Subject.STRING, Relation.GREATER_THAN, OperandKind.PATH),
    STRING_LESS_THAN_EQUALS_PATH(
            "StringLessThanEqualsPath", Subject.STRING, Relation.LESS_THAN_EQUALS, OperandKind.PATH),
    STRING_GREATER_THAN_EQUALS_PATH(
            "StringGreaterThanEqualsPath", Subject.STRING, Relation.GREATER_THAN_EQUALS, OperandKind.PATH),
    NUMERIC_EQUALS("NumericEquals", Subject.NUMERIC, Relation.EQUALS, OperandKind.NUMBER),
    NUMERIC_LESS_THAN("NumericLessThan", Subject.NUMERIC, Relation.LESS_THAN, OperandKind.NUMBER),
    NUMERIC_GREATER_THAN("NumericGreaterThan", Subject.NUMERIC, Relation.GREATER_THAN, OperandKind.NUMBER),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Subject.NUMERIC, Relation.LESS_THAN_EQUALS, OperandKind.NUMBER),
    NUMERIC_GREATER_THAN_EQUALS(
            "NumericGreaterThanEquals", Subject.NUMERIC, Relation.GREATER_THAN_EQUALS, OperandKind.NUMBER),
    NUMERIC_EQUALS_PATH("NumericEqualsPath", Subject.NUMERIC, Relation.EQUALS, OperandKind.PATH),
    NUMERIC_LESS_THAN_PATH("NumericLessThanPath", Subject.NUMERIC, Relation.LESS_THAN, OperandKind.PATH),
    NUMERIC_GREATER_THAN_PATH("NumericGreaterThanPath", Subject.NUMERIC, Relation.GREATER_THAN, OperandKind.PATH),
    NUMERIC_LESS_THAN_EQUALS_PATH(
            "NumericLessThanEqualsPath", Subject.NUMERIC, Relation.LESS_THAN_EQUALS, OperandKind.PATH),
    NUMERIC_GREATER_THAN_EQUALS_PATH(
            "NumericGreaterThanEqualsPath", Subject.NUMERIC, Relation.GREATER_THAN_EQUALS, OperandKind.PATH),
    TIMESTAMP_EQUALS("TimestampEquals", Subject.TIMESTAMP, Relation.EQUALS, OperandKind.TIMESTAMP),
    TIMESTAMP_LESS_THAN("TimestampLessThan", Subject.TIMESTAMP, Relation.LESS_THAN, OperandKind.TIMESTAMP),
    TIMESTAMP_GREATER_THAN("TimestampGreaterThan", Subject.TIMESTAMP, Relation.GREATER_THAN, OperandKind.TIMESTAMP),
    TIMESTAMP_LESS_THAN_EQUALS(
            "TimestampLessThanEquals", Subject.TIMESTAMP, Relation.LESS_THAN_EQUALS, OperandKind.TIMESTAMP),
    TIMESTAMP_GREATER_THAN_EQUALS(
            "TimestampGreaterThanEquals", Subject.TIMESTAMP, Relation.GREATER_THAN_EQUALS, OperandKind.TIMESTAMP),
    TIMESTAMP_EQUALS_PATH("TimestampEqualsPath", Subject.TIMESTAMP, Relation.EQUALS, OperandKind.PATH),
    TIMESTAMP_LESS_THAN_PATH("TimestampLessThanPath", Subject.TIMESTAMP, Relation.LESS_THAN, OperandKind.PATH),
    TIMESTAMP_GREATER_THAN_PATH("TimestampGreaterThanPath", Subject.TIMESTAMP, Relation.GREATER_THAN, OperandKind.PATH),
    TIMESTAMP_LESS_THAN_EQUALS_PATH(
            "TimestampLessThanEqualsPath", Subject.TIMESTAMP, Relation.LESS_THAN_EQUALS, OperandKind.PATH),
    TIMESTAMP_GREATER_THAN_EQUALS_PATH(
            "TimestampGreaterThanEqualsPath", Subject.TIMESTAMP, Relation.GREATER_THAN_EQUALS, OperandKind.PATH),
    BOOLEAN_EQUALS("BooleanEquals", Subject.BOOLEAN, Relation.EQUALS, OperandKind.FLAG),
    BOOLEAN_EQUALS_PATH("BooleanEqualsPath", Subject.BOOLEAN, Relation.EQUALS, OperandKind.PATH),
    STRING_MATCHES("StringMatches", Subject.STRING, Relation.MATCHES, OperandKind.TEXT),
    IS_NULL("IsNull", Subject.ANY, Relation.IS_NULL, OperandKind.FLAG),
    IS_PRESENT("IsPresent", Subject.ANY, Relation.IS_PRESENT, OperandKind.FLAG),
    IS_NUMERIC("IsNumeric", Subject.ANY, Relation.IS_NUMERIC, OperandKind.FLAG),
    IS_STRING("IsString", Subject.ANY, Relation.IS_STRING, OperandKind.FLAG),
    IS_BOOLEAN("IsBoolean", Subject.ANY, Relation.IS_BOOLEAN, OperandKind.FLAG),
    IS_TIMESTAMP("IsTimestamp", Subject.ANY, Relation.IS_TIMESTAMP, OperandKind.FLAG);

    private static final Map<String, ComparisonOperator> BY_FIELD = byField();

    private final String field;
    private final Subject subject;
    private final Relation relation;
    private final OperandKind operand;

    ComparisonOperator(String field, Subject subject, Relation relation, OperandKind operand) {
        this.field = field;
        this.subject = subject;
        this.relation = relation;
        this.operand = operand;
    }

    /** The type that the variable must have for the comparison to hold. */
    public enum Subject {
        STRING,
        NUMERIC,
        BOOLEAN,
        TIMESTAMP,
        /** Any type, as the tests of type and presence take it. */
        ANY
    }

    /** How variable and operand must stand to each other. */
    public enum Relation {
        EQUALS,
        LESS_THAN,
        GREATER_THAN,
        LESS_THAN_EQUALS,
        GREATER_THAN_EQUALS,
        MATCHES,
        IS_NULL,
        IS_PRESENT,
        IS_NUMERIC,
        IS_STRING,
        IS_BOOLEAN,
        IS_TIMESTAMP
    }

    /** What the operator's field holds; {@link ChoiceOperand} has one kind for each. */
    public enum OperandKind {
        TEXT,
        NUMBER,
        FLAG,
        TIMESTAMP,
        PATH
    }

    /** The operator of the field, if the field is one. */
    public static Optional<ComparisonOperator> ofField(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** The fields of all operators, in the order of this enum. */
    public static Set<String> fields() {
        return BY_FIELD.keySet();
    }

    /** The name in the definition: {@code NumericLessThanPath}. */
    public String field() {
        return field;
    }

    /** What the variable must be. */
    public Subject subject() {
        return subject;
    }

    /** What is asked of the two. */
    public Relation relation() {
        return relation;
    }

    /** What stands on the other side. */
    public OperandKind operand() {
        return operand;
    }

    private static Map<String, ComparisonOperator> byField() {
        Map<String, ComparisonOperator> operators = new LinkedHashMap<>();
        for (ComparisonOperator operator : values()) {
            operators.put(operator.field, operator);
        }
        return Collections.unmodifiableMap(operators);
    }
}
