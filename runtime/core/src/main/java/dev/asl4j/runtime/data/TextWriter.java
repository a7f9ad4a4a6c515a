package dev.asl4j.runtime.data;

import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Text in memory, for one thread: short text comes in one piece, of which a string is made without a copy between, and without the locks
 * of {@link java.io.StringWriter}.
 */
final class TextWriter extends Writer {
    private @Nullable String first;
    private @Nullable StringBuilder all;

    @Override
    public void write(char[] text, int offset, int length) {
        if (length == 0) {
            return;
        }
        @Nullable StringBuilder builder = all;
        @Nullable String begun = first;
        if (builder != null) {
            builder.append(text, offset, length);
        } else if (begun != null) {
            all = new StringBuilder(2 * (begun.length() + length)).append(begun).append(text, offset, length);
        } else {
            first = new String(text, offset, length);
        }
    }

    @Override
    public void flush() {
        // it is in memory already
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public String toString() {
        @Nullable StringBuilder builder = all;
        @Nullable String begun = first;
        return builder != null ? builder.toString() : begun != null ? begun : "";
    }
}
