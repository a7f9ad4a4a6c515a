package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.StateOutline;
import java.util.Iterator;
import java.util.List;

/** {@code States.ALL} stands alone in its ErrorEquals, and only in the last retrier or catcher. */
final class StatesAllCheck implements Check {

    private static final String AWS = "States.ALL must appear alone and at end of list";

    @Override
    public void check(Machine machine, Diagnostics diagnostics) {
        for (StateOutline state : machine.outlines()) {
            for (Iterator<Retrier> it = state.retriers().iterator(); it.hasNext(); ) {
                Retrier retrier = it.next();
                check("retrier", retrier.errorEquals(), retrier.origin(), !it.hasNext(), diagnostics);
            }
            for (Iterator<Catcher> it = state.catchers().iterator(); it.hasNext(); ) {
                Catcher catcher = it.next();
                check("catcher", catcher.errorEquals(), catcher.origin(), !it.hasNext(), diagnostics);
            }
        }
    }

    private static void check(
            String kind, List<ErrorName> names, Subject origin, boolean last, Diagnostics diagnostics) {
        for (ErrorName name : names) {
            if (!name.name().equals(ErrorName.ALL)) {
                continue;
            }
            if (names.size() > 1) {
                diagnostics.report(
                        Code.STATES_ALL_NOT_ALONE,
                        name.origin(),
                        "\"States.ALL\" must stand alone in \"ErrorEquals\"",
                        "it matches the others as well",
                        AwsReport.of(AWS, name.origin()));
            } else if (!last) {
                diagnostics.report(
                        Code.STATES_ALL_NOT_LAST,
                        origin,
                        "\"States.ALL\" must be in the last " + kind,
                        "those behind it would never be asked",
                        AwsReport.of(AWS, name.origin()));
            }
            return;
        }
    }
}
