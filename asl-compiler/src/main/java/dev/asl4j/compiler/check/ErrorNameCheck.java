package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.flow.ErrorMatch;
import dev.asl4j.compiler.flow.ErrorNames;
import dev.asl4j.compiler.flow.ErrorSet;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.State;
import java.util.List;

/**
 * Warns of names in {@code ErrorEquals} that no error of the state has: that do not exist, that nobody can catch, or that this state does
 * not raise. Names of the user's own and of services are not judged where a task may give any.
 */
final class ErrorNameCheck implements Check {

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        if (!machine.isRead()) {
            return;
        }
        for (State state : machine.states()) {
            ErrorSet errors = machine.errors().raised(state).catchable();
            for (Retrier retrier : state.retriers()) {
                names(retrier.errorEquals(), state, errors, diagnostics);
            }
            for (Catcher catcher : state.catchers()) {
                names(catcher.errorEquals(), state, errors, diagnostics);
            }
        }
    }

    private static void names(List<ErrorName> names, State state, ErrorSet errors, Diagnostics diagnostics) {
        for (ErrorName error : names) {
            String name = error.name();
            if (name.contains("${")
                    || name.equals(ErrorName.ALL)
                    || errors.names().contains(name)) {
                continue;
            }
            if (!ErrorNames.isReserved(name) && isMistyped(name)) {
                diagnostics.report(
                        Code.UNKNOWN_ERROR_NAME,
                        error.origin(),
                        "there is no error " + Quotes.quote(name) + "; names are compared exactly",
                        Suggestions.didYouMean(name, ErrorNames.all()));
            } else if (ErrorMatch.isUncatchable(name)) {
                diagnostics.report(
                        Code.UNCATCHABLE_ERROR, error.origin(), Quotes.quote(name) + uncatchable(name), null);
            } else if (!mayRaise(state, errors, name)) {
                diagnostics.report(
                        Code.ERROR_NEVER_RAISED,
                        error.origin(),
                        Quotes.quote(state.name()) + " never fails with " + Quotes.quote(name),
                        name.equals(ErrorName.HEARTBEAT_TIMEOUT)
                                ? "a heartbeat is missed only where there is \"HeartbeatSeconds\""
                                : null);
            }
        }
    }

    private static String uncatchable(String name) {
        return name.equals(ErrorName.RUNTIME)
                ? " is never retried and never caught on AWS"
                : " is never retried and never caught on AWS, which reports \"States.Runtime\" instead";
    }

    /** Whether it is meant as a name that AWS or the specification defines. */
    private static boolean isMistyped(String name) {
        if (name.startsWith(ErrorName.RESERVED)) {
            return true;
        }
        if (name.startsWith("Lambda.")) {
            return !ErrorNames.lambda().contains(name)
                    && !Suggestions.nearest(name, ErrorNames.lambda()).isEmpty();
        }
        return ErrorNames.all().stream().anyMatch(known -> known.equalsIgnoreCase(name) && !known.equals(name));
    }

    private static boolean mayRaise(State state, ErrorSet errors, String name) {
        if (!name.startsWith(ErrorName.RESERVED)) {
            return errors.others();
        }
        if (name.equals(ErrorName.BRANCH_FAILED)) {
            return !state.outline().scopes().isEmpty();
        }
        if (name.startsWith(ErrorName.HTTP_STATUS)) {
            return errors.names().contains(ErrorName.HTTP_SOCKET);
        }
        return name.equals(ErrorName.TASK_FAILED);
    }
}
