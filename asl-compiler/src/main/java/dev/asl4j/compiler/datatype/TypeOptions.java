package dev.asl4j.compiler.datatype;

import java.util.Objects;

/**
 * How schemas become Java types, where schemas leave it open.
 *
 * @param numbers the type of numbers that may have a fraction; by default {@code double}
 * @param unknownProperties what becomes of properties that a schema neither names nor forbids; by default they are kept
 */
public record TypeOptions(Numbers numbers, UnknownProperties unknownProperties) {
    /** {@code double}, and unknown properties are kept. */
    public static final TypeOptions DEFAULT = new TypeOptions(Numbers.DOUBLE, UnknownProperties.KEEP);

    public TypeOptions {
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(unknownProperties, "unknownProperties");
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
