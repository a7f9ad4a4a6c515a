package dev.asl4j.compiler.diagnostic;

import java.util.Map;
import java.util.Objects;

/**
 * What becomes of each rule in all definitions, where the definition has no {@link FileRules} that say otherwise.
 *
 * @param profile gives the levels of the rules that are not named
 * @param levels of rules that are {@link Code#isAdjustable adjustable}
 */
public record RuleSet(Profile profile, Map<Code, Level> levels) {
    /** AWS's rules at their own levels. */
    public static final RuleSet DEFAULT = new RuleSet(Profile.AWS, Map.of());

    /** Throws IllegalArgumentException for a rule that cannot be set. */
    public RuleSet {
        Objects.requireNonNull(profile, "profile");
        levels = adjustable(levels);
    }

    static Map<Code, Level> adjustable(Map<Code, Level> levels) {
        for (Map.Entry<Code, Level> entry : levels.entrySet()) {
            if (!entry.getKey().accepts(entry.getValue())) {
                throw new IllegalArgumentException(entry.getKey().id() + " is always an error");
            }
        }
        return Map.copyOf(levels);
    }

    /** The level of a rule. */
    public Level level(Code code) {
        Level level = levels.get(code);
        return level == null ? code.level(profile) : level;
    }
}
