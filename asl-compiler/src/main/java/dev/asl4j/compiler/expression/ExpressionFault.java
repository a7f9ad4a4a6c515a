package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.source.Span;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Leaves a parser at the first place where a string is not in its language; the parsers' public methods make a diagnostic of it. */
final class ExpressionFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final transient Span span;
    private final transient @Nullable String hint;

    ExpressionFault(Code code, Span span, String message, @Nullable String hint) {
        super(message, null, false, false);
        this.code = code;
        this.span = span;
        this.hint = hint;
    }

    void report(JsonString source, Diagnostics diagnostics) {
        report(source, 0, diagnostics);
    }

    /** Reports a fault of an expression that starts so many characters into the string. */
    void report(JsonString source, int start, Diagnostics diagnostics) {
        Span place = span.shifted(start);
        diagnostics.report(code, source.part(place.start(), place.end()), String.valueOf(getMessage()), hint);
    }
}
