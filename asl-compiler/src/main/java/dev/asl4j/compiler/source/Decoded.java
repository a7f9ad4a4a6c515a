package dev.asl4j.compiler.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A file made of bytes, which have to be UTF-8 (RFC 8259, section 8.1).
 *
 * @param file the text: all of it, or what stands before the first broken byte with one U+FFFD in its place. A byte order mark is
 *     not part of it, as editors do not count it as a column
 * @param fault what is wrong with the bytes
 */
public record Decoded(SourceFile file, Fault fault) {

    /** What can be wrong with the bytes of a file. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The text starts with the byte order mark of UTF-8. */
        BYTE_ORDER_MARK,
        /** The bytes are UTF-16 or UTF-32, by their byte order mark; nothing was decoded. */
        OTHER_ENCODING,
        /** A byte that is not UTF-8; it stands at the end of the text. */
        BROKEN
    }

    /** Decodes a file, without ever failing. */
    public static Decoded utf8(String path, byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return new Decoded(new SourceFile(path, ""), Fault.OTHER_ENCODING);
        }
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is broken, by default
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark), text, true);
        boolean broken = result.isError();
        if (broken) {
            text.put('\uFFFD');
        }
        Fault fault = broken ? Fault.BROKEN : mark > 0 ? Fault.BYTE_ORDER_MARK : Fault.NONE;
        return new Decoded(new SourceFile(path, text.flip().toString()), fault);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
