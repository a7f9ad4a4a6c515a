package dev.asl4j.compiler.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of errors.
 *
 * @param names the names of those that are known, sorted
 * @param others whether there may be errors of other names, or of none: tasks fail with whatever their handlers and services give
 */
public record ErrorSet(SortedSet<String> names, boolean others) {

    /** No error at all. */
    public static final ErrorSet NONE = new ErrorSet(new TreeSet<>(), false);

    /** Copies the names. */
    public ErrorSet {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    static ErrorSet of(Collection<String> names) {
        return names.isEmpty() ? NONE : new ErrorSet(new TreeSet<>(names), false);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return names.isEmpty() && !others;
    }

    ErrorSet or(ErrorSet more) {
        if (more.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return more;
        }
        SortedSet<String> both = new TreeSet<>(names);
        both.addAll(more.names);
        return new ErrorSet(both, others || more.others);
    }

    ErrorSet or(String... more) {
        return or(of(List.of(more)));
    }

    ErrorSet andOthers() {
        return new ErrorSet(names, true);
    }
}
