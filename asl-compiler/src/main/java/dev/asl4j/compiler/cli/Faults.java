package dev.asl4j.compiler.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong with files, in words for the user. */
final class Faults {
    private Faults() {}

    static String words(Throwable fault) {
        if (fault instanceof AccessDeniedException denied) {
            return "no permission: " + denied.getFile();
        }
        if (fault instanceof NoSuchFileException missing) {
            return "no such file or directory: " + missing.getFile();
        }
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
