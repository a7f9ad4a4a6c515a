package dev.asl4j.admin;

import java.io.PrintStream;
import java.io.Writer;

/** Characters for a stream that has an encoding of its own. */
final class StreamWriter extends Writer {
    private final PrintStream stream;

    StreamWriter(PrintStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(char[] characters, int start, int length) {
        stream.print(new String(characters, start, length));
    }

    @Override
    public void flush() {
        stream.flush();
    }

    /** Others go on writing to the stream. */
    @Override
    public void close() {
        flush();
    }
}
