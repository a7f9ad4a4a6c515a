package dev.asl4j.maven;

import dev.asl4j.compiler.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much there was to tell, in one line: {@code 14 definitions: 1 error, 3 warnings, 2 notes}. */
record Summary(int definitions, long errors, long warnings, long notes) {

    static Summary of(int definitions, List<Message> messages) {
        return new Summary(
                definitions,
                count(messages, Severity.ERROR),
                count(messages, Severity.WARNING),
                count(messages, Severity.NOTE));
    }

    /** Whether there is nothing to tell. */
    boolean isEmpty() {
        return errors + warnings + notes == 0;
    }

    /** The line; what there is none of is left out. */
    String line() {
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(count(errors, "error"));
        }
        if (warnings > 0) {
            parts.add(count(warnings, "warning"));
        }
        if (notes > 0) {
            parts.add(count(notes, "note"));
        }
        return count(definitions, "definition") + ": " + (isEmpty() ? "nothing to report" : String.join(", ", parts));
    }

    /** {@code 1 file}, {@code 2 files}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static long count(List<Message> messages, Severity severity) {
        return messages.stream()
                .filter(message -> message.severity() == severity)
                .count();
    }
}
