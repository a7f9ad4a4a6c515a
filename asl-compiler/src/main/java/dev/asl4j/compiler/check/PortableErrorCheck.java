package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.FailState;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.State;
import java.util.Set;

/**
 * Error names that the specification and AWS do not share: those only one has, those that stand for something else, and names of a
 * machine's own that start like those of the language.
 *
 * @see <a href="https://states-language.net/spec.html#errors">Errors</a>
 */
final class PortableErrorCheck implements Check {

    private static final String RESERVED = "States.";

    @Override
    public Set<Code> rules() {
        return Set.of(Code.AWS_ONLY, Code.DIFFERENT_ERROR, Code.DIFFERENT_WILDCARD, Code.RESERVED_ERROR);
    }

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (State state : machine.states()) {
            for (Retrier retrier : state.retriers()) {
                retrier.errorEquals().forEach(name -> check(name, diagnostics));
            }
            for (Catcher catcher : state.catchers()) {
                catcher.errorEquals().forEach(name -> check(name, diagnostics));
            }
            if (state instanceof FailState fail
                    && fail.error() instanceof FailText.Constant error
                    && error.text().startsWith(RESERVED)) {
                diagnostics.report(
                        Code.RESERVED_ERROR,
                        error.origin(),
                        Quotes.quote(error.text())
                                + " starts with \"States.\", which the specification keeps for errors of the language");
            }
        }
    }

    private static void check(ErrorName error, Diagnostics diagnostics) {
        String name = Quotes.quote(error.name());
        if (StatesNames.isOnlyOfAws(error.name())) {
            diagnostics.report(Code.AWS_ONLY, error.origin(), name + " is an error of AWS, not of the specification");
        }
        String difference = StatesNames.difference(error.name());
        if (!difference.isEmpty()) {
            diagnostics.report(Code.DIFFERENT_ERROR, error.origin(), name + " is not the same in both: " + difference);
        }
        String wildcard = StatesNames.wildcard(error.name());
        if (!wildcard.isEmpty()) {
            diagnostics.report(
                    Code.DIFFERENT_WILDCARD,
                    error.origin(),
                    name + " does not match the same errors in both: " + wildcard);
        }
    }
}
