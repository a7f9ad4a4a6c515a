package dev.asl4j.compiler.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Tells that something changed in folders. */
interface Changes extends AutoCloseable {

    /** Where to get it from; the seam between watching and the file system. */
    interface Source {
        Changes open() throws IOException;
    }

    /** From now on these folders count as well; returns whether any is new. */
    boolean watch(Set<Path> folders) throws IOException;

    /** Waits until something has changed and nothing has for a moment; false: there is nothing to wait for any more. */
    boolean await() throws InterruptedException;

    @Override
    void close() throws IOException;
}
