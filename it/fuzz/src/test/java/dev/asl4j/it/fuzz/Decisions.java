package dev.asl4j.it.fuzz;

import java.nio.charset.StandardCharsets;

/** Bytes as answers to questions, from the first on; where none is left, the answer is the first of those possible. */
final class Decisions {
    private final byte[] bytes;
    private int next;

    Decisions(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From 0 to before the bound. */
    int below(int bound) {
        int value = oneByte();
        if (bound > 256) {
            value = value << 8 | oneByte();
        }
        return value % bound;
    }

    /** What follows as text. */
    String text() {
        int length = Math.min(oneByte() % 48, bytes.length - next);
        String text = new String(bytes, next, length, StandardCharsets.UTF_8);
        next += length;
        return text;
    }

    private int oneByte() {
        return next < bytes.length ? bytes[next++] & 0xFF : 0;
    }
}
