package dev.asl4j.compiler.check;

import dev.asl4j.compiler.diagnostic.Diagnostics;

/** A rule that a definition must keep. */
interface Check {

    /** Reports every place where the definition breaks the rule. */
    void check(Machine machine, Diagnostics diagnostics);
}
