package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.store.ExecutionStore;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredFrame.Phase;
import dev.asl4j.runtime.store.StoredMessage.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of clients by which an execution was redriven last, so that a request that is repeated does not redrive it twice. They are
 * kept with its frames, as those of the frame {@link StoredFrame#EXECUTION}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html">RedriveExecution</a>
 */
public final class ClientTokens {
    private static final int MOST = 10;
    private static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final int LONGEST = 64;
    private static final String TOKENS = "clientTokens";

    private final Map<String, Instant> used = new LinkedHashMap<>(); // oldest first

    /** Those that were kept. */
    static ClientTokens of(List<StoredFrame> frames) {
        ClientTokens tokens = new ClientTokens();
        for (StoredFrame frame : frames) {
            if (frame.id() == StoredFrame.EXECUTION) {
                for (JsonNode token : frame.detail().path(TOKENS)) {
                    tokens.used.put(
                            token.path(0).asText(), Instant.parse(token.path(1).asText()));
                }
            }
        }
        return tokens;
    }

    /**
     * The token.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String check(String token) {
        boolean fits = !token.isEmpty() && token.length() <= LONGEST;
        for (int i = 0; fits && i < token.length(); i++) {
            fits = token.charAt(i) >= '!' && token.charAt(i) <= '~';
        }
        if (!fits) {
            throw new IllegalArgumentException("a client token has 1 to 64 characters from ! to ~");
        }
        return token;
    }

    /** Whether the execution was redriven by that token, or is about to be. */
    public static boolean isKnown(ExecutionStore store, long key, String token, Instant now) {
        return store.messages(key).stream()
                        .anyMatch(message -> message.kind() == Kind.REDRIVE
                                && token.equals(message.body().subject()))
                || of(store.frames(key)).isUsed(token, now); // in this order, as a turn moves it
    }

    /** Whether the execution was redriven by that token, and it is still valid. */
    boolean isUsed(@Nullable String token, Instant now) {
        @Nullable Instant time = token == null ? null : used.get(token);
        return time != null && now.isBefore(time.plus(VALIDITY));
    }

    /** It is redriven by that token; gives what is to be kept. */
    StoredFrame use(String token, Instant now) {
        used.values().removeIf(time -> !now.isBefore(time.plus(VALIDITY)));
        used.remove(token);
        used.put(token, now);
        while (used.size() > MOST) {
            used.remove(used.keySet().iterator().next());
        }
        JsonNode tokens = Json.array(used.entrySet().stream()
                .map(entry -> Json.array(
                        TextNode.valueOf(entry.getKey()),
                        TextNode.valueOf(entry.getValue().toString())))
                .toArray(JsonNode[]::new));
        JsonNode detail = Json.object().set(TOKENS, tokens).build();
        return new StoredFrame(
                StoredFrame.EXECUTION,
                0,
                0,
                "",
                "",
                "",
                Phase.DONE,
                now,
                Json.EMPTY,
                null,
                null,
                null,
                null,
                null,
                detail,
                null);
    }
}
