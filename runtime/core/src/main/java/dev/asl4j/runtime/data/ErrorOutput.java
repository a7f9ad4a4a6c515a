package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** The value a Catcher works on. */
public final class ErrorOutput {
    private static final Shape BOTH = Shape.of("Error", "Cause");
    private static final Shape ERROR = Shape.of("Error");
    private static final Shape CAUSE = Shape.of("Cause");

    private ErrorOutput() {}

    /**
     * {@code {"Error": error, "Cause": cause}}; what is null has no key, as for a Fail state without fields.
     *
     * @see <a href="https://states-language.net/#error-output">States Language, error output</a>
     */
    public static JsonNode of(@Nullable String error, @Nullable String cause) {
        if (cause == null) {
            return error == null ? Json.EMPTY : ERROR.object(TextNode.valueOf(error));
        }
        return error == null
                ? CAUSE.object(TextNode.valueOf(cause))
                : BOTH.object(TextNode.valueOf(error), TextNode.valueOf(cause));
    }
}
