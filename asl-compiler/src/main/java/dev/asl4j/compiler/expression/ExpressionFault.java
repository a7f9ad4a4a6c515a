package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.source.Span;
import java.io.Serial;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves a parser at the first place where a string is not in its language; the parsers' public methods make a diagnostic of it. */
final class ExpressionFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** AWS has the same messages. */
    private static final Set<Code> IN_WORDS_OF_AWS = EnumSet.of(Code.BAD_JSONATA, Code.UNSUPPORTED_JSONATA_REFERENCE);

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
        String message = String.valueOf(getMessage());
        AwsReport aws = IN_WORDS_OF_AWS.contains(code) ? AwsReport.of(message, source) : null;
        diagnostics.report(code, source.part(place.start(), place.end()), message, hint, aws);
    }
}
