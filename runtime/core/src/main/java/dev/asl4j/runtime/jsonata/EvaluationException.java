package dev.asl4j.runtime.jsonata;

import org.jspecify.annotations.Nullable;

/** An expression could not be evaluated. Has no stack trace: it reports the expression or its data. */
public final class EvaluationException extends RuntimeException {
    private final String ending;

    private EvaluationException(String ending) {
        super(ending, null, false, false);
        this.ending = ending;
    }

    /** The value is, or holds, something that JSON has no form for: a function. */
    static EvaluationException unsupportedResult() {
        return new EvaluationException("returned an unsupported result type.");
    }

    /** @param code of JSONata, such as T1006; null for a bound */
    static EvaluationException of(@Nullable String code, String text) {
        return new EvaluationException(
                "threw an error during evaluation" + (code == null ? ": " : ". " + code + ": ") + text);
    }

    /**
     * What AWS says after naming the expression and the field: {@code threw an error during evaluation. T1006: Attempted to
     * invoke a non-function}.
     */
    public String ending() {
        return ending;
    }
}
