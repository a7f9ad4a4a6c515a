package dev.asl4j.compiler;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One state machine definition as it was read from disk.
 *
 * @param path its path below the source root, with {@code /} between the parts: {@code com/acme/order.asl.json}; gives
 *     the package and the name of the generated class
 * @param displayPath its path as diagnostics show it: {@code src/main/asl/com/acme/order.asl.json}
 * @param content the bytes of the file, UTF-8
 * @param rules the file beside it that says what becomes of rules in it; null: there is none
 * @param types the file beside it that says what its data looks like; null: there is none
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record Definition(
        String path,
        String displayPath,
        byte[] content,
        @Nullable SideFile rules,
        @Nullable SideFile types) {
    public Definition {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(displayPath, "displayPath");
        content = content.clone();
    }

    /** A definition with no file beside it. */
    public Definition(String path, String displayPath, byte[] content) {
        this(path, displayPath, content, null, null);
    }

    /** A definition without types. */
    public Definition(String path, String displayPath, byte[] content, @Nullable SideFile rules) {
        this(path, displayPath, content, rules, null);
    }

    /** The same with a file that says what its data looks like. */
    public Definition withTypes(@Nullable SideFile file) {
        return new Definition(path, displayPath, content, rules, file);
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
