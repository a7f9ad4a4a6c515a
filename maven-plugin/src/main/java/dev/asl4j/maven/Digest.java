package dev.asl4j.maven;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over a sequence of values; each value is preceded by its length, so that their borders count. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(byte[] content) {
        return new Digest().add(content).hex();
    }

    Digest add(String value) {
        return add(value.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).flip());
        digest.update(value);
        return this;
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
