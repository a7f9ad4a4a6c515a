package dev.asl4j.runtime.internal;

import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskCallback;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of an engine: those that wait for an answer, and the last ones that no longer do. */
final class Tokens {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Token> open = new LinkedHashMap<>(); // guarded by this, as closed
    private final Map<String, Boolean> closed = new LinkedHashMap<>();

    synchronized void open(Token token) {
        open.put(token.token(), token);
    }

    synchronized void close(Token token) {
        if (open.remove(token.token()) != null) {
            closed.put(token.token(), true);
            if (closed.size() > REMEMBERED) {
                closed.remove(closed.keySet().iterator().next());
            }
        }
    }

    /**
     * Who waits for the answer.
     *
     * @throws TaskAnswerException if nobody does
     */
    synchronized TaskCallback find(String text) {
        @Nullable Token token = open.get(text);
        if (token != null) {
            return token;
        }
        if (closed.containsKey(text)) {
            throw TaskAnswerException.taskTimedOut();
        }
        throw Token.isWellFormed(text) ? TaskAnswerException.taskDoesNotExist() : TaskAnswerException.invalidToken();
    }
}
