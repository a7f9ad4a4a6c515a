package dev.asl4j.compiler.diagnostic;

import dev.asl4j.compiler.source.Location;
import dev.asl4j.compiler.source.Position;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the user. Ordered by file, position, code and message.
 *
 * @param code what kind of thing
 * @param severity how much it matters, as configured
 * @param location where in the text
 * @param pointer where in the document: a JSON Pointer (RFC 6901); empty for the document itself and for what is wrong with the text
 * @param message what is wrong, in the user's own words; one line without control characters
 * @param hint the likely way out, for example {@code did you mean "Ship"?}
 * @param aws AWS's own words; null: it says nothing, or nobody knows what
 */
public record Diagnostic(
        Code code,
        Severity severity,
        Location location,
        String pointer,
        String message,
        @Nullable String hint,
        @Nullable AwsReport aws)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::file)
            .thenComparing(diagnostic -> diagnostic.location().span().start())
            .thenComparing(diagnostic -> diagnostic.location().span().end())
            .thenComparing(diagnostic -> diagnostic.code().id())
            .thenComparing(Diagnostic::message);

    /** The display path of the file. */
    public String file() {
        return location.file().path();
    }

    /** Where the place starts. */
    public Position start() {
        return location.start();
    }

    /** Where the place ends, behind its last character. */
    public Position end() {
        return location.end();
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return DiagnosticFormat.line(this);
    }
}
