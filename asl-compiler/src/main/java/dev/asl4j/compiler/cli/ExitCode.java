package dev.asl4j.compiler.cli;

/** How the program ends. */
final class ExitCode {
    static final int CLEAN = 0;
    static final int ERRORS = 1;
    static final int USAGE = 2;
    static final int FAILED = 3;

    private ExitCode() {}
}
