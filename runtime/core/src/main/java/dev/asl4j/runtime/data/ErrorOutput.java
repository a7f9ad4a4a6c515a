package dev.asl4j.runtime.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** The value a Catcher works on. */
public final class ErrorOutput {
    private ErrorOutput() {}

    /**
     * {@code {"Error": error, "Cause": cause}}; what is null has no key, as for a Fail state without fields.
     *
     * @see <a href="https://states-language.net/#error-output">States Language, error output</a>
     */
    public static JsonNode of(@Nullable String error, @Nullable String cause) {
        ObjectBuilder output = new ObjectBuilder();
        if (error != null) {
            output.set("Error", TextNode.valueOf(error));
        }
        if (cause != null) {
            output.set("Cause", TextNode.valueOf(cause));
        }
        return output.build();
    }
}
