package dev.asl4j.runtime.dataset;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file that is written once and then read. */
final class Spool implements Closeable {
    private final Path file;
    private final OutputStream out;
    private long size;

    Spool() throws IOException {
        file = Files.createTempFile("asl4j-results-", null);
        out = new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024);
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
        size += bytes.length;
    }

    long size() {
        return size;
    }

    /** Ends the writing. */
    InputStream read() throws IOException {
        out.close();
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
