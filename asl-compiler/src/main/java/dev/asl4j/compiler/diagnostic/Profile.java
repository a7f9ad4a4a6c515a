package dev.asl4j.compiler.diagnostic;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By whose rules a definition is judged. */
public enum Profile {
    /** Refuses what AWS Step Functions refuses, and warns where it warns. */
    AWS,
    /** The open specification at states-language.net. */
    SPEC,
    /** Both, and what they run differently. */
    PORTABLE;

    /** The word in a configuration, for example {@code portable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profile with this word; empty: there is none. */
    public static Optional<Profile> of(String word) {
        return Stream.of(values())
                .filter(profile -> profile.word().equals(word))
                .findAny();
    }
}
