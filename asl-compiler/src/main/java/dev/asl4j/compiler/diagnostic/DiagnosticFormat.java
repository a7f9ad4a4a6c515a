package dev.asl4j.compiler.diagnostic;

import dev.asl4j.compiler.source.Position;

/** Diagnostics as text: one line for logs, or with the line of the source and a mark under the place. */
public final class DiagnosticFormat {

    private DiagnosticFormat() {}

    /** For example {@code order.asl.json:14:15: error: state "Shp" does not exist; did you mean "Ship"? [unknown-next]}. */
    public static String line(Diagnostic diagnostic) {
        String hint = diagnostic.hint();
        return Quotes.plain(diagnostic.file()) + ":" + diagnostic.start() + ": "
                + diagnostic.severity().word() + ": " + Quotes.plain(diagnostic.message())
                + (hint == null ? "" : "; " + Quotes.plain(hint))
                + " [" + diagnostic.code().id() + "]";
    }

    /** The line of {@link #line}, the line of the source and a line of carets, separated by LF, without an LF at the end. */
    public static String excerpt(Diagnostic diagnostic) {
        Position start = diagnostic.start();
        Position end = diagnostic.end();
        String source = diagnostic.location().file().line(start.line());
        int from = Math.min(start.column() - 1, source.length());
        int to = end.line() == start.line() ? Math.min(end.column() - 1, source.length()) : source.length();
        String number = Integer.toString(start.line());
        String margin = " ".repeat(Math.max(0, 5 - number.length()));
        Excerpt excerpt = Excerpt.of(source, from, to);
        return line(diagnostic)
                + "\n" + margin + number + " | " + excerpt.text()
                + "\n" + " ".repeat(margin.length() + number.length()) + " | " + excerpt.carets();
    }
}
