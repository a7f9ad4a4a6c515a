package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;

/** In the pattern of {@code StringMatches} a backslash makes a star or a backslash an ordinary character; nothing else. */
final class PatternCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (ChoiceRule.Comparison comparison : Comparisons.of(machine)) {
            if (comparison.operator() == ComparisonOperator.STRING_MATCHES
                    && comparison.operand() instanceof ChoiceOperand.Text pattern) {
                int escape = openEscape(pattern.value());
                if (escape >= 0) {
                    report(pattern.value(), escape, comparison.operandOrigin(), diagnostics);
                }
            }
        }
    }

    private static void report(String pattern, int escape, Subject origin, Diagnostics diagnostics) {
        diagnostics.report(
                Code.BAD_PATTERN,
                origin instanceof JsonString text ? text.part(escape, escape + 1) : origin,
                "the pattern " + Quotes.quote(pattern)
                        + " has a backslash that stands neither before * nor before another backslash",
                "a backslash itself is \\\\\\\\ in JSON");
    }

    /** Where a backslash stands that escapes nothing; -1: there is none. */
    private static int openEscape(String pattern) {
        int i = pattern.indexOf('\\');
        while (i >= 0 && i + 1 < pattern.length() && (pattern.charAt(i + 1) == '*' || pattern.charAt(i + 1) == '\\')) {
            i = pattern.indexOf('\\', i + 2);
        }
        return i;
    }
}
