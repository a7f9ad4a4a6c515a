package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks files and prints the report as it goes. */
final class CheckRun {
    private final Terminal terminal;
    private final Report report;
    private final PrintStream out;
    private final Checker checker;
    private final Map<DefinitionFile, Tally> tallies = new HashMap<>();
    private boolean first = true;
    private int worst = ExitCode.CLEAN;

    CheckRun(Terminal terminal, ReportFormat format, Checker checker) {
        this.terminal = terminal;
        this.report = format.report(terminal);
        this.out = format.stream(terminal);
        this.checker = checker;
    }

    void start() {
        out.print(report.head());
    }

    void end() {
        out.print(report.tail());
        out.flush();
    }

    /** Checks these files; the tally is of all files that were ever checked and not forgotten. */
    Tally check(List<DefinitionFile> files) throws InterruptedException {
        Progress progress = new Progress(terminal, System::nanoTime);
        int[] done = {0};
        checker.check(files, checked -> {
            tell(checked, progress);
            progress.at(++done[0], files.size());
            return !out.checkError(); // nobody listens any more
        });
        progress.clear();
        return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    void forget(DefinitionFile file) {
        tallies.remove(file);
    }

    /** The code for all that was not a matter of diagnostics, or else this one. */
    int exitCode(int ofDiagnostics) {
        return Math.max(worst, ofDiagnostics);
    }

    private void tell(Checked checked, Progress progress) {
        if (checked.fault() != null) {
            progress.clear();
            fault(checked.file(), checked.fault());
        }
        for (Diagnostic diagnostic : checked.diagnostics()) {
            progress.clear();
            out.print(report.entry(diagnostic, first));
            first = false;
        }
        tallies.put(checked.file(), Tally.of(checked.diagnostics()));
    }

    private void fault(DefinitionFile file, Exception fault) {
        if (fault instanceof IOException) {
            terminal.err().println("aslc: cannot read " + file.displayPath() + ": " + Faults.words(fault));
            worst = Math.max(worst, ExitCode.USAGE);
        } else {
            fault.printStackTrace(terminal.err());
            worst = ExitCode.FAILED;
        }
    }
}
