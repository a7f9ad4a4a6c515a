package dev.asl4j.compiler.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Between which numbers a number is.
 *
 * @param least null: no bound
 * @param greatest null: no bound
 * @param leastExcluded whether it is greater than {@code least}, not equal to it
 * @param greatestExcluded whether it is less than {@code greatest}, not equal to it
 */
public record Range(
        @Nullable BigDecimal least,
        boolean leastExcluded,
        @Nullable BigDecimal greatest,
        boolean greatestExcluded) {
    /** All numbers. */
    public static final Range ALL = new Range(null, false, null, false);

    /** Where there is no bound, none is excluded. */
    public Range {
        leastExcluded = least != null && leastExcluded;
        greatestExcluded = greatest != null && greatestExcluded;
    }

    /** From one whole number to another. */
    static Range of(long least, long greatest) {
        return new Range(BigDecimal.valueOf(least), false, BigDecimal.valueOf(greatest), false);
    }

    /** The numbers that are in both. */
    public Range and(Range other) {
        boolean lower = least == null || (other.least != null && compare(other.least, least) > 0);
        boolean upper = greatest == null || (other.greatest != null && compare(other.greatest, greatest) < 0);
        boolean sameLeast = least != null && other.least != null && compare(least, other.least) == 0;
        boolean sameGreatest = greatest != null && other.greatest != null && compare(greatest, other.greatest) == 0;
        return new Range(
                lower ? other.least : least,
                sameLeast ? leastExcluded || other.leastExcluded : lower ? other.leastExcluded : leastExcluded,
                upper ? other.greatest : greatest,
                sameGreatest
                        ? greatestExcluded || other.greatestExcluded
                        : upper ? other.greatestExcluded : greatestExcluded);
    }

    /** Whether all its numbers are between these two, or equal to one of them. */
    public boolean isWithin(long from, long to) {
        return least != null
                && greatest != null
                && compare(least, BigDecimal.valueOf(from)) >= 0
                && compare(greatest, BigDecimal.valueOf(to)) <= 0;
    }

    /** Whether a bound says that numbers below the one, or above the other, are meant as well. */
    public boolean reachesBeyond(long from, long to) {
        return (least != null && compare(least, BigDecimal.valueOf(from)) < 0)
                || (greatest != null && compare(greatest, BigDecimal.valueOf(to)) > 0);
    }

    private static int compare(BigDecimal a, BigDecimal b) {
        return a.compareTo(b);
    }
}
