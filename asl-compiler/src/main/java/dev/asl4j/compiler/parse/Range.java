package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a field takes.
 *
 * @param greatest null: there is none
 * @param whole whether the numbers are whole
 */
record Range(String field, BigDecimal least, @Nullable BigDecimal greatest, boolean whole) {

    static Range whole(String field, long least, long greatest) {
        boolean bounded = greatest != Long.MAX_VALUE;
        return new Range(field, BigDecimal.valueOf(least), bounded ? BigDecimal.valueOf(greatest) : null, true);
    }

    static Range decimal(String field, BigDecimal least, @Nullable BigDecimal greatest) {
        return new Range(field, least, greatest, false);
    }

    /** Whether the number is one of them; reports if it is not. */
    boolean holds(JsonNumber number, Diagnostics diagnostics) {
        if (whole
                && number.whole().isEmpty()
                && number.value().stripTrailingZeros().scale() > 0) {
            diagnostics.report(
                    Code.BAD_VALUE, number, Quotes.quote(field) + " must be a whole number, but is " + number.text());
            return false;
        }
        boolean small = number.value().compareTo(least) < 0;
        if (!small && (greatest == null || number.value().compareTo(greatest) <= 0)) {
            return true;
        }
        String range = greatest == null
                ? "at least " + least.toPlainString()
                : "from " + least.toPlainString() + " to " + greatest.toPlainString();
        String aws = small || greatest == null ? "Minimum value is " + aws(least) : "Maximum value is " + aws(greatest);
        diagnostics.report(
                Code.BAD_VALUE,
                number,
                Quotes.quote(field) + " must be " + range + ", but is " + Words.shortened(number.text()),
                null,
                AwsReport.of(aws, number));
        return false;
    }

    private String aws(BigDecimal bound) {
        return whole ? bound.toPlainString() : String.valueOf(bound.doubleValue());
    }
}
