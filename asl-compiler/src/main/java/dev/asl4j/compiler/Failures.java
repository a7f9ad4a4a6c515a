package dev.asl4j.compiler;

import java.util.List;

/**
 * With which errors executions of a machine can fail: those that its states raise and that no catcher takes. Rather one too many than one
 * too few.
 *
 * @param errors the names of those that are known, sorted
 * @param others whether there may be errors of other names, or of none: those of a task that nobody catches are whatever its handler or
 *     its service gives
 */
public record Failures(List<String> errors, boolean others) {

    /** Copies the names. */
    public Failures {
        errors = List.copyOf(errors);
    }
}
