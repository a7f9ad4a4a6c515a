package dev.asl4j.runtime.jsonata;

import org.jspecify.annotations.Nullable;

/** What ends an evaluation besides the library's own errors: a bound, or an argument that a function cannot take. */
final class Fault extends RuntimeException {
    private final @Nullable String code;
    private final String text;

    private Fault(@Nullable String code, String text) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
    }

    static Fault coded(String code, String text) {
        return new Fault(code, text);
    }

    /** An argument, counted from 1, is none of those the function takes. */
    static Fault argument(String function, int argument) {
        return coded(
                "T0410",
                "Argument " + argument + " of function \"" + function + "\" does not match function signature");
    }

    static Fault plain(String text) {
        return new Fault(null, text);
    }

    static Fault depth() {
        return plain(
                "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive");
    }

    static Fault memory() {
        return plain("Expression evaluation memory limit exceeded: Check for excessive memory usage");
    }

    static Fault time() {
        return plain("Expression evaluation timeout: Check for infinite loop");
    }

    @Nullable
    String code() {
        return code;
    }

    String text() {
        return text;
    }
}
