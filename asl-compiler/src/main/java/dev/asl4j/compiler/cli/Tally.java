package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How many diagnostics there are, and in how many files. */
record Tally(int files, int filesWithAny, int errors, int warnings, int notes) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Of one file. */
    static Tally of(Collection<Diagnostic> diagnostics) {
        return new Tally(
                1,
                diagnostics.isEmpty() ? 0 : 1,
                count(diagnostics, Severity.ERROR),
                count(diagnostics, Severity.WARNING),
                count(diagnostics, Severity.NOTE));
    }

    private static int count(Collection<Diagnostic> diagnostics, Severity severity) {
        return Math.toIntExact(diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count());
    }

    Tally plus(Tally other) {
        return new Tally(
                files + other.files,
                filesWithAny + other.filesWithAny,
                errors + other.errors,
                warnings + other.warnings,
                notes + other.notes);
    }

    int exitCode(boolean failOnWarnings) {
        return errors > 0 || (failOnWarnings && warnings > 0) ? ExitCode.ERRORS : ExitCode.CLEAN;
    }

    /** For example {@code 3 errors, 1 warning in 2 of 14 files}. */
    String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, errors, "error");
        add(parts, warnings, "warning");
        add(parts, notes, "note");
        if (parts.isEmpty()) {
            return "no errors in " + counted(files, "file");
        }
        return String.join(", ", parts) + " in " + filesWithAny + " of " + counted(files, "file");
    }

    private static void add(List<String> parts, int number, String noun) {
        if (number > 0) {
            parts.add(counted(number, noun));
        }
    }

    /** For example {@code 1 file}. */
    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
