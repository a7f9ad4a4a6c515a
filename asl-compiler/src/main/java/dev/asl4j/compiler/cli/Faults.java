package dev.asl4j.compiler.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** What went wrong with files, in words for the user. */
final class Faults {
    /** Stands in the place of a character that could not be read. */
    static final char LOST = '\uFFFD';

    private Faults() {}

    /** The name of a file has characters that the locale of this process does not have. */
    static String encoding(String path) {
        return path + " is no path in the encoding of this locale, " + System.getProperty("sun.jnu.encoding")
                + "; set another, for example by LC_ALL=C.UTF-8";
    }

    static String words(Throwable fault) {
        if (fault instanceof AccessDeniedException denied) {
            return "no permission: " + denied.getFile();
        }
        if (fault instanceof NoSuchFileException missing) {
            return "no such file or directory: " + missing.getFile();
        }
        if (fault instanceof InvalidPathException path) {
            return path.getInput().indexOf(LOST) < 0 ? "not a path: " + path.getInput() : encoding(path.getInput());
        }
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
