package dev.asl4j.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes JSON of one execution: long values are replaced by a reference, {@code #} with a hash, and kept once. */
final class Payloads {
    /** Begins a reference. No JSON begins with it. */
    static final char MARK = '#';

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Of a char in UTF-8. */
    private static final long MOST_BYTES = 3;

    private final int threshold;
    private final BiConsumer<String, String> keep;

    /**
     * A writer.
     *
     * @param threshold longest value in bytes that is not replaced
     * @param keep takes hash and content of a value that was replaced
     */
    Payloads(int threshold, BiConsumer<String, String> keep) {
        this.threshold = threshold;
        this.keep = keep;
    }

    @Nullable
    String jsonOrNull(@Nullable JsonNode value) {
        return value == null ? null : json(value);
    }

    String json(JsonNode value) {
        return json(value, threshold);
    }

    /** With another limit, if that is lower: for rows that are written again and again. */
    String json(JsonNode value, int limit) {
        String text = Texts.encodeJson(Json.write(value));
        return isLong(text, Math.min(limit, threshold)) ? MARK + keep(text) : text;
    }

    /**
     * The details of an event, in which long strings are replaced by their hashes.
     *
     * @param replaced gets the names of these fields
     */
    JsonNode details(JsonNode details, List<String> replaced) {
        if (!details.isObject() || Json.size(details) <= threshold) {
            return details;
        }
        var shorter = Json.object();
        details.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isTextual() && isLong(value.textValue(), threshold)) {
                replaced.add(field.getKey());
                shorter.set(field.getKey(), TextNode.valueOf(keep(Texts.encode(value.textValue()))));
            } else {
                shorter.set(field.getKey(), value);
            }
        });
        return shorter.build();
    }

    private String keep(String content) {
        byte[] digest = sha256().digest(content.getBytes(StandardCharsets.UTF_8));
        String hash = BASE64.encodeToString(digest);
        keep.accept(hash, content);
        return hash;
    }

    private static boolean isLong(String text, int limit) {
        return text.length() > limit || (text.length() * MOST_BYTES > limit && utf8(text) > limit);
    }

    private static long utf8(String text) {
        return text.codePoints()
                .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
