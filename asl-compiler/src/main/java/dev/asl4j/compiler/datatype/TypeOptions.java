package dev.asl4j.compiler.datatype;

import java.util.Objects;

/**
 * How schemas become Java types, where schemas leave it open.
 *
 * @param numbers the type of numbers that may have a fraction; by default {@code double}
 * @param unknownProperties what becomes of properties that a schema neither names nor forbids; by default they are kept
 * @param validation whether generated code checks values by their schemas as well as by their types; by default it does not
 */
public record TypeOptions(Numbers numbers, UnknownProperties unknownProperties, boolean validation) {
    /** {@code double}, unknown properties are kept, and types are all that is checked. */
    public static final TypeOptions DEFAULT = new TypeOptions(Numbers.DOUBLE, UnknownProperties.KEEP);

    public TypeOptions {
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(unknownProperties, "unknownProperties");
    }

    /** Without validation. */
    public TypeOptions(Numbers numbers, UnknownProperties unknownProperties) {
        this(numbers, unknownProperties, false);
    }

    /** The same with validation or without. */
    public TypeOptions withValidation(boolean wanted) {
        return new TypeOptions(numbers, unknownProperties, wanted);
    }

    /** The type of numbers that may have a fraction. */
    public enum Numbers {
        /** {@code double}: 15 digits. */
        DOUBLE,
        /** {@code BigDecimal}: every digit. */
        DECIMAL
    }

    /** What becomes of properties that a schema neither names nor forbids. */
    public enum UnknownProperties {
        /** A component {@code additionalProperties} has them, and they are written again. */
        KEEP,
        /** An object with one is no value of the type. */
        REFUSE
    }
}
