package dev.asl4j.compiler.document;

import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.ErrorName;
import dev.asl4j.compiler.model.Retrier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of a state's errors, as inline Markdown with a line for each retrier or catcher. */
final class Handling {
    /** Goes to the next line in a cell. */
    static final String BREAK = "<br>";

    private Handling() {}

    /** {@code `A`, `B`: 3 times, after 1 s, then 2 times as long each time}. */
    static String retries(List<Retrier> retriers) {
        return retriers.stream()
                .map(retrier -> names(retrier.errorEquals()) + ": " + times(retrier))
                .collect(Collectors.joining(BREAK));
    }

    private static String times(Retrier retrier) {
        if (retrier.maxAttempts() == 0) {
            return "never";
        }
        List<String> parts = new ArrayList<>();
        parts.add(retrier.maxAttempts() == 1 ? "once" : retrier.maxAttempts() + " times");
        parts.add("after " + retrier.intervalSeconds() + " s");
        if (retrier.maxAttempts() > 1 && retrier.backoffRate() != 1.0) {
            parts.add("each delay " + number(retrier.backoffRate()) + " times the last");
        }
        if (retrier.maxDelaySeconds() != null) {
            parts.add("at most " + retrier.maxDelaySeconds() + " s");
        }
        if (retrier.jitter() == Retrier.Jitter.FULL) {
            parts.add("with jitter");
        }
        return String.join(", ", parts);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** {@code `A`, `B`: to [`Repair`](#state-repair)}. */
    static String catches(List<Catcher> catchers, Anchors anchors) {
        return catchers.stream()
                .map(catcher -> names(catcher.errorEquals()) + ": to "
                        + anchors.toState(catcher.next().name()))
                .collect(Collectors.joining(BREAK));
    }

    private static String names(List<ErrorName> names) {
        return names.stream().map(name -> Markdown.code(name.name())).distinct().collect(Collectors.joining(", "));
    }
}
