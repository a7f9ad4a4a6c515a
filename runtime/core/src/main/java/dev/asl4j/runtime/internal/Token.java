package dev.asl4j.runtime.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import dev.asl4j.runtime.spi.Environment;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.task.TaskAnswerException;
import dev.asl4j.runtime.task.TaskCallback;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task token and the attempt that waits for its answer. The first answer closes it, as does the attempt's end. Answers it itself only where
 * no store keeps the execution.
 */
final class Token implements TaskCallback<JsonNode> {
    private static final int LENGTH = 43;
    private static final int ADDRESS_LENGTH = 16;
    private static final String ENDING = ".";

    private final String text;
    private final TaskAttempt attempt;
    private final Host host;
    private final AtomicBoolean closed = new AtomicBoolean();

    Token(String text, TaskAttempt attempt, Host host) {
        this.text = text;
        this.attempt = attempt;
        this.host = host;
    }

    /**
     * A new token: two random ids, 244 bits that nobody knows.
     *
     * @param key of the execution in its store, by which the token finds it; 0 if it is in none
     * @param frame of the execution
     */
    static String draw(Environment environment, long key, int frame) {
        String secret = secret(environment);
        if (key == 0) {
            return secret;
        }
        ByteBuffer address = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        address.putLong(key).putInt(frame);
        return encode(address.array()) + ENDING + secret;
    }

    /** The frame whose answer it is; null if the text is no token of an execution in a store. */
    static StoredFrame.@Nullable Address parse(String text) {
        if (!isWellFormed(text) || text.length() == LENGTH) {
            return null;
        }
        ByteBuffer address = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(0, ADDRESS_LENGTH)));
        long key = address.getLong();
        int frame = address.getInt();
        return key > 0 && frame > 0 ? new StoredFrame.Address(key, frame) : null;
    }

    private static String secret(Environment environment) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
        for (int i = 0; i < 2; i++) {
            UUID id = environment.newId();
            bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return encode(bytes.array());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether the text could be a token. */
    static boolean isWellFormed(String text) {
        if (text.length() == LENGTH) {
            return isEncoded(text);
        }
        return text.length() == ADDRESS_LENGTH + ENDING.length() + LENGTH
                && text.startsWith(ENDING, ADDRESS_LENGTH)
                && isEncoded(text.substring(0, ADDRESS_LENGTH))
                && isEncoded(text.substring(ADDRESS_LENGTH + ENDING.length()));
    }

    private static boolean isEncoded(String text) {
        return text.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_'));
    }

    @Override
    public String token() {
        return text;
    }

    @Override
    public void success(JsonNode output) {
        JsonNode frozen;
        try {
            frozen = Json.freeze(output);
        } catch (IllegalArgumentException | StateFailure noJson) {
            throw TaskAnswerException.invalidOutput(String.valueOf(noJson.getMessage()));
        }
        answer(frozen, null);
    }

    @Override
    public void failure(@Nullable String error, @Nullable String cause) {
        answer(null, Failure.of(error, cause));
    }

    @Override
    public void heartbeat() {
        if (closed.get()) {
            throw TaskAnswerException.taskTimedOut();
        }
        attempt.sign();
    }

    /** Nobody waits for the answer any more; false if it was closed before. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    private void answer(@Nullable JsonNode result, @Nullable Failure failure) {
        if (!close()) {
            throw TaskAnswerException.taskTimedOut();
        }
        host.post(new Message.Answered(attempt, result, failure));
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "TaskCallback[" + attempt + "]";
    }
}
