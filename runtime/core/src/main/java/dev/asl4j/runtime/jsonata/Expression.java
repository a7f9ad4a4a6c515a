package dev.asl4j.runtime.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A JSONata expression. Immutable: threads and executions share it, and nothing of an evaluation stays behind in it. */
public interface Expression {
    /** The expression as written, without <code>{%</code> and <code>%}</code>. */
    String text();

    /**
     * Evaluates the expression.
     *
     * @return a frozen value; null if the expression returns nothing (JSONata's undefined, not JSON's null)
     * @throws EvaluationException if it cannot be evaluated, or only beyond the bounds
     */
    @Nullable
    JsonNode evaluate(Bindings bindings);
}
