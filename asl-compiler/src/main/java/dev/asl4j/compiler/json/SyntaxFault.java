package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.source.Span;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Leaves the reader at the first place where the text is not JSON; {@link JsonReader} makes a diagnostic of it. */
final class SyntaxFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final transient Span span;
    private final transient JsonPointer place;
    private final transient @Nullable String hint;

    SyntaxFault(Code code, Span span, JsonPointer place, String message, @Nullable String hint) {
        super(message, null, false, false);
        this.code = code;
        this.span = span;
        this.place = place;
        this.hint = hint;
    }

    Code code() {
        return code;
    }

    Span span() {
        return span;
    }

    JsonPointer place() {
        return place;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String hint() {
        return hint;
    }
}
