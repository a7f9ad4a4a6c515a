package dev.asl4j.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins, as text: a version, a digest of the query, the place as some numbers, and a check sum. It is checked because it comes
 * back from outside, where it may have been cut or taken from another query; it keeps no secret.
 */
final class PageToken {
    private static final byte VERSION = 1;
    private static final int FRAME = Byte.BYTES + Integer.BYTES + Integer.BYTES;
    private static final int LONGEST = 1_024;

    private PageToken() {}

    /**
     * A token.
     *
     * @param query what the page answers, but for its size
     */
    static String of(List<?> query, long... place) {
        ByteBuffer bytes = ByteBuffer.allocate(FRAME + place.length * Long.BYTES);
        bytes.put(VERSION).putInt(digest(query));
        for (long number : place) {
            bytes.putLong(number);
        }
        bytes.putInt(checkSum(bytes.array(), bytes.position()));
        return encoded(bytes.array());
    }

    /**
     * The place of a token.
     *
     * @param length how many numbers a place has
     * @throws IllegalArgumentException if the text is no token, or that of another query
     */
    static long[] place(String token, List<?> query, int length) {
        byte @Nullable [] content = decoded(token);
        if (content == null || content.length != FRAME + length * Long.BYTES) {
            throw noToken();
        }
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (bytes.get(0) != VERSION
                || bytes.getInt(content.length - Integer.BYTES) != checkSum(content, content.length - Integer.BYTES)) {
            throw noToken();
        }
        if (bytes.getInt(1) != digest(query)) {
            throw new IllegalArgumentException(
                    "the nextToken belongs to another query: only the number of results may change from page to page");
        }
        long[] place = new long[length];
        bytes.position(1 + Integer.BYTES).asLongBuffer().get(place);
        return place;
    }

    private static String encoded(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    private static byte @Nullable [] decoded(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(token);
            return encoded(content).equals(token) ? content : null; // several texts may decode to the same bytes
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static IllegalArgumentException noToken() {
        return new IllegalArgumentException("not a nextToken that a page gave: hand it back unchanged");
    }

    /** The same in every process: texts, numbers, times, and names of constants. */
    private static int digest(List<?> query) {
        byte[] text = query.toString().getBytes(StandardCharsets.UTF_8);
        return checkSum(text, text.length);
    }

    private static int checkSum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
