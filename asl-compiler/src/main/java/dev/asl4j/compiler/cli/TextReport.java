package dev.asl4j.compiler.cli;

import dev.asl4j.compiler.diagnostic.Diagnostic;
import dev.asl4j.compiler.diagnostic.DiagnosticFormat;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Severity;
import dev.asl4j.compiler.report.Report;

/** Diagnostics for people: each with the line of its file and carets below the place. */
final class TextReport implements Report {
    private static final String BOLD = "\u001B[1m";
    private static final String RED = "\u001B[1;31m";
    private static final String YELLOW = "\u001B[1;33m";
    private static final String CYAN = "\u001B[1;36m";
    private static final String END = "\u001B[0m";

    private final boolean colours;

    TextReport(boolean colours) {
        this.colours = colours;
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String entry(Diagnostic diagnostic, boolean first) {
        String excerpt = DiagnosticFormat.excerpt(diagnostic);
        return (colours ? coloured(diagnostic, excerpt) : excerpt) + "\n";
    }

    @Override
    public String tail() {
        return "";
    }

    /** What the excerpt starts with is known, and its last line ends in carets. */
    private static String coloured(Diagnostic diagnostic, String excerpt) {
        String colour = colour(diagnostic.severity());
        String place = Quotes.plain(diagnostic.file()) + ":" + diagnostic.start() + ":";
        int word = place.length() + 1;
        int message = excerpt.indexOf(':', word) + 1;
        int carets = excerpt.indexOf('^', excerpt.lastIndexOf('\n'));
        return BOLD + place + END + " " + colour + excerpt.substring(word, message) + END
                + excerpt.substring(message, carets) + colour + excerpt.substring(carets) + END;
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case NOTE -> CYAN;
        };
    }
}
