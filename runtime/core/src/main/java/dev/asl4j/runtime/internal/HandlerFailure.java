package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.task.TaskFailedException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a handler threw into an error name and a cause.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-exceptions.html">Lambda function errors in Java</a>
 */
final class HandlerFailure {
    private static final int LONGEST = 32_768;
    private static final int CHAIN = 5;
    /** Frames per throwable and characters per message; the first pair whose text fits is taken. */
    private static final int[][] DETAIL = {{64, 8_192}, {16, 2_048}, {0, 512}};

    private HandlerFailure() {}

    /** @param wrapped what was thrown, or a {@link CompletionException} with it, as stages and those who wait for them give it */
    static Failure of(Throwable wrapped) {
        Throwable thrown = origin(wrapped);
        if (thrown instanceof TaskFailedException failed) {
            return new Failure(failed.error(), failed.cause(), false, thrown);
        }
        if (thrown instanceof StateFailure failed) { // the result cannot be taken in as data
            return new Failure(failed.error(), failed.cause(), false, thrown);
        }
        return new Failure(thrown.getClass().getName(), text(thrown), false, thrown);
    }

    private static Throwable origin(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** The JSON text AWS Lambda's Java runtime reports, short enough for a cause. */
    private static String text(Throwable thrown) {
        String text = "";
        try {
            for (int[] detail : DETAIL) {
                text = describe(thrown, detail[0], detail[1]).toString();
                if (text.length() <= LONGEST) {
                    return text;
                }
            }
        } catch (Throwable untold) { // the exception's own methods; whoever waits for the failure must hear of it
            text = "The message of the exception could not be read: "
                    + untold.getClass().getName();
        }
        return text;
    }

    private static ObjectNode describe(Throwable thrown, int frames, int longestMessage) {
        ObjectNode outermost = JsonNodeFactory.instance.objectNode();
        ObjectNode node = outermost;
        @Nullable Throwable current = thrown;
        for (int depth = 0; current != null; depth++) {
            @Nullable String message = current.getLocalizedMessage();
            node.put(
                    "errorMessage",
                    message == null ? null : message.substring(0, Math.min(message.length(), longestMessage)));
            node.put("errorType", current.getClass().getName());
            ArrayNode trace = node.putArray("stackTrace");
            StackTraceElement[] elements = current.getStackTrace();
            for (int i = 0; i < Math.min(elements.length, frames); i++) {
                trace.add(elements[i].toString());
            }
            current = depth + 1 < CHAIN ? current.getCause() : null;
            if (current != null) {
                node = node.putObject("cause");
            }
        }
        return outermost;
    }
}
