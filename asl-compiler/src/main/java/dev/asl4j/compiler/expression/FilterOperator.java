package dev.asl4j.compiler.expression;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operators of filters, as json-path has them; words in upper or lower case. */
public enum FilterOperator {
    /** Greater or equal. */
    GTE(">="),
    /** Less or equal. */
    LTE("<="),
    /** Equal; a number equals the text of it. */
    EQ("=="),
    /** Equal and of the same type. */
    TSEQ("==="),
    /** Not {@link #EQ}. */
    NE("!="),
    /** Not {@link #TSEQ}. */
    TSNE("!=="),
    /** Less. */
    LT("<"),
    /** Greater. */
    GT(">"),
    /** Matches a regular expression as a whole. */
    REGEX("=~"),
    /** Not {@link #IN}. */
    NIN("NIN"),
    /** The left is an element of the right. */
    IN("IN"),
    /** The right is an element, or a part of the text, of the left. */
    CONTAINS("CONTAINS"),
    /** All elements of the right are elements of the left. */
    ALL("ALL"),
    /** The left has that many elements or characters. */
    SIZE("SIZE"),
    /** The left is there, or not. */
    EXISTS("EXISTS"),
    /** The left is of that Java class: of no use in a path that is text. */
    TYPE("TYPE"),
    /** A predicate in Java: of no use in a path that is text. */
    MATCHES("MATCHES"),
    /** The left is empty, or not. */
    EMPTY("EMPTY"),
    /** All elements of the left are elements of the right. */
    SUBSETOF("SUBSETOF"),
    /** Some element of the left is an element of the right. */
    ANYOF("ANYOF"),
    /** No element of the left is an element of the right. */
    NONEOF("NONEOF");

    private final String text;

    FilterOperator(String text) {
        this.text = text;
    }

    /** The operator in a path. */
    public String text() {
        return text;
    }

    /** The operator of that text, or null. */
    static @Nullable FilterOperator of(String text) {
        String upperCase = text.toUpperCase(Locale.ROOT);
        for (FilterOperator operator : values()) {
            if (operator.text.equals(upperCase)) {
                return operator;
            }
        }
        return null;
    }
}
