package dev.asl4j.compiler.cli;

import java.util.function.LongSupplier;

/** How far a long run is: one line on a terminal, written over again and again. */
final class Progress {
    private static final long FIRST = 1_000_000_000L;
    private static final long BETWEEN = 100_000_000L;
    private static final String ERASE = "\r\u001B[K";

    private final Terminal terminal;
    private final LongSupplier nanos;
    private long next;
    private boolean shown;

    Progress(Terminal terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
        this.next = nanos.getAsLong() + FIRST;
    }

    /** Shows how far the run is, if it has taken a while. */
    void at(int done, int all) {
        if (terminal.progress() && nanos.getAsLong() - next >= 0) {
            next = nanos.getAsLong() + BETWEEN;
            shown = true;
            terminal.err().print(ERASE + done + " of " + all + " files");
            terminal.err().flush();
        }
    }

    /** Takes the line away, for others to print. */
    void clear() {
        if (shown) {
            shown = false;
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }
}
