package dev.asl4j.admin;

/** How the program ends. */
final class ExitCode {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int NO_STORE = 3;
    static final int FAILED = 4;

    private ExitCode() {}
}
