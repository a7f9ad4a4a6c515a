package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import java.util.Set;

/** A rule that a definition must keep. */
interface Check {

    /** Reports every place where the definition breaks the rule. */
    void check(Machine machine, Diagnostics diagnostics);

    /** All that it may report, of a check that is left out where none of that is on; empty: it always looks. */
    default Set<Code> rules() {
        return Set.of();
    }
}
