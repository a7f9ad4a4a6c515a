package dev.asl4j.compiler.expression;

import java.util.Locale;

/** The functions that can end a path, as json-path has them. */
public enum PathFunction {
    /** Mean of numbers. */
    AVG,
    /** Standard deviation of numbers. */
    STDDEV,
    /** Sum of numbers. */
    SUM,
    /** Least of numbers. */
    MIN,
    /** Greatest of numbers. */
    MAX,
    /** Strings joined. */
    CONCAT,
    /** Number of elements or members. */
    LENGTH,
    /** The same as {@link #LENGTH}. */
    SIZE,
    /** An array with one more element. */
    APPEND,
    /** The keys of an object. */
    KEYS,
    /** First element. */
    FIRST,
    /** Last element. */
    LAST,
    /** Element of a given index. */
    INDEX;

    /** The name in a path. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
