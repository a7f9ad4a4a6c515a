package dev.asl4j.compiler.report;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import java.util.List;

/**
 * A format of a report, in three parts so that a long one need not be held in memory: the head, an entry for each diagnostic, the tail.
 * Lines end in LF; the text is to be written as UTF-8.
 */
public interface Report {

    /** What stands before the first entry. */
    String head();

    /**
     * The entry for one diagnostic.
     *
     * @param first whether no other entry stands before it
     */
    String entry(Diagnostic diagnostic, boolean first);

    /** What stands behind the last entry. */
    String tail();

    /** A whole report. */
    default String of(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder(head());
        boolean first = true;
        for (Diagnostic diagnostic : diagnostics) {
            text.append(entry(diagnostic, first));
            first = false;
        }
        return text.append(tail()).toString();
    }
}
