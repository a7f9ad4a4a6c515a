package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.ChoiceOperand;
import dev.asl4j.compiler.model.ChoiceRule;
import dev.asl4j.compiler.model.ComparisonOperator;

/** In the pattern of {@code StringMatches} a backslash stands before a character that it makes an ordinary one. */
final class PatternCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (ChoiceRule.Comparison comparison : Comparisons.of(machine)) {
            if (comparison.operator() == ComparisonOperator.STRING_MATCHES
                    && comparison.operand() instanceof ChoiceOperand.Text pattern
                    && endsInEscape(pattern.value())) {
                diagnostics.report(
                        Code.BAD_PATTERN,
                        comparison.operandOrigin(),
                        "the pattern " + Quotes.quote(pattern.value()) + " ends in a backslash that escapes nothing",
                        "a backslash itself is \\\\\\\\ in JSON");
            }
        }
    }

    private static boolean endsInEscape(String pattern) {
        int backslashes = 0;
        while (backslashes < pattern.length() && pattern.charAt(pattern.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
