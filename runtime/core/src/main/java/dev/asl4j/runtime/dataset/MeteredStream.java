package dev.asl4j.runtime.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to go on reading one item without end. */
final class MeteredStream extends FilterInputStream {
    private static final long LARGEST_ITEM = 8L * 1024 * 1024;

    private long left = Long.MAX_VALUE;

    MeteredStream(InputStream in) {
        super(in);
    }

    /** The next item may be read. */
    void nextItem() {
        left = LARGEST_ITEM;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException("An item is larger than " + LARGEST_ITEM + " bytes.");
        }
    }
}
