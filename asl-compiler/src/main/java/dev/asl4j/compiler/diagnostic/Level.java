package dev.asl4j.compiler.diagnostic;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a rule's diagnostics: the severity they are reported with, or nothing. In rising order. */
public enum Level {
    /** The rule is silent. */
    OFF,
    /** Reported as a {@link Severity#NOTE}. */
    NOTE,
    /** Reported as a {@link Severity#WARNING}. */
    WARNING,
    /** Reported as a {@link Severity#ERROR}. */
    ERROR;

    /** The word in a configuration, for example {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with this word; empty: there is none. */
    public static Optional<Level> of(String word) {
        return Stream.of(values()).filter(level -> level.word().equals(word)).findAny();
    }

    /** What diagnostics are reported with; empty: they are not. */
    Optional<Severity> severity() {
        return switch (this) {
            case OFF -> Optional.empty();
            case NOTE -> Optional.of(Severity.NOTE);
            case WARNING -> Optional.of(Severity.WARNING);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }

    /** The more severe of the two. */
    Level or(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
