package dev.asl4j.runtime.dataset;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Undoes external compression. It is told by the first bytes, which no text in UTF-8 and no JSON begins with. */
final class Decompression {
    private static final byte[] GZIP = {(byte) 0x1F, (byte) 0x8B};
    private static final byte[] ZSTD = {(byte) 0x28, (byte) 0xB5, (byte) 0x2F, (byte) 0xFD};
    private static final int BUFFER = 64 * 1024;

    private Decompression() {}

    static InputStream of(InputStream raw) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(raw, BUFFER);
        stream.mark(ZSTD.length);
        byte[] start = stream.readNBytes(ZSTD.length);
        stream.reset();
        if (Arrays.equals(start, ZSTD)) {
            return zstd(stream);
        }
        return start.length >= GZIP.length && Arrays.equals(Arrays.copyOf(start, GZIP.length), GZIP)
                ? new GZIPInputStream(stream, BUFFER)
                : stream;
    }

    private static InputStream zstd(InputStream stream) throws IOException {
        try {
            return Zstd.of(stream);
        } catch (NoClassDefFoundError optional) {
            throw new IOException(
                    "The file is compressed with ZSTD; to read it add io.airlift:aircompressor to the class path.",
                    optional);
        }
    }

    /** Apart, since the JVM loads what a class returns when it verifies the class: other files must be read without the library. */
    private static final class Zstd {
        static InputStream of(InputStream stream) {
            return new ZstdInputStream(stream);
        }
    }
}
