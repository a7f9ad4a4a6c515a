package dev.asl4j.compiler;

import java.util.Objects;

/**
 * One state machine definition as it was read from disk.
 *
 * @param path its path below the source root, with {@code /} between the parts: {@code com/acme/order.asl.json}; gives
 *     the package and the name of the generated class
 * @param displayPath its path as diagnostics show it: {@code src/main/asl/com/acme/order.asl.json}
 * @param content the bytes of the file, UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record Definition(String path, String displayPath, byte[] content) {
    public Definition {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(displayPath, "displayPath");
        content = content.clone();
    }

    /** A copy of the bytes of the file. */
    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "Definition[" + path + ", " + content.length + " bytes]";
    }
}
