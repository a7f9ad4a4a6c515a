package dev.asl4j.admin;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the program prints to.
 *
 * @param text standard output for people, in the encoding of their terminal
 * @param data standard output for programs, in UTF-8
 * @param err standard error
 */
record Terminal(PrintStream text, PrintStream data, PrintStream err) {
    private static final int BUFFER = 1 << 16;

    /** The streams of this process. */
    static Terminal ofProcess() {
        PrintStream data = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                false,
                StandardCharsets.UTF_8);
        return new Terminal(System.out, data, System.err);
    }

    /** Whether something could not be written: the disk is full, or nobody reads any more. */
    boolean isBroken() {
        return text.checkError() || data.checkError();
    }

    void flush() {
        text.flush();
        data.flush();
        err.flush();
    }
}
