package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;

/** In the pattern of {@code StringMatches} a backslash makes a star or a backslash an ordinary character; nothing else. */
final class PatternCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (ChoiceRule.Comparison comparison : Comparisons.of(machine)) {
            if (comparison.operator() == ComparisonOperator.STRING_MATCHES
                    && comparison.operand() instanceof ChoiceOperand.Text pattern
                    && hasOpenEscape(pattern.value())) {
                diagnostics.report(
                        Code.BAD_PATTERN,
                        comparison.operandOrigin(),
                        "the pattern " + Quotes.quote(pattern.value())
                                + " has a backslash that stands neither before * nor before another backslash",
                        "a backslash itself is \\\\\\\\ in JSON");
            }
        }
    }

    private static boolean hasOpenEscape(String pattern) {
        for (int i = pattern.indexOf('\\'); i >= 0; i = pattern.indexOf('\\', i + 2)) {
            if (i + 1 == pattern.length() || (pattern.charAt(i + 1) != '*' && pattern.charAt(i + 1) != '\\')) {
                return true;
            }
        }
        return false;
    }
}
