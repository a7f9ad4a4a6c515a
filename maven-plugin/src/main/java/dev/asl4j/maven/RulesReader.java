package dev.asl4j.maven;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Profile;
import dev.asl4j.compiler.diagnostic.RuleSet;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.rules.RuleSetting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say what becomes of rules.
 *
 * @param profile the word of a profile
 * @param rules the words of levels by the codes of rules
 */
record RulesReader(String profile, @Nullable Map<String, @Nullable String> rules) {

    /** Throws for all words that mean nothing, with a line for each. */
    RuleSet read() throws MojoFailureException {
        return new RuleSet(readProfile(), readLevels());
    }

    private Profile readProfile() throws MojoFailureException {
        List<String> words = Stream.of(Profile.values()).map(Profile::word).toList();
        return Profile.of(profile.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new MojoFailureException(
                        "there is no profile '" + profile + "'; expected " + Suggestions.oneOf(words)));
    }

    private Map<Code, Level> readLevels() throws MojoFailureException {
        Map<Code, Level> levels = new EnumMap<>(Code.class);
        FaultLines faults = new FaultLines();
        if (rules != null) {
            // In the order of the alphabet, and an empty element is null to Maven.
            new TreeMap<>(rules)
                    .forEach((rule, level) -> RuleSetting.read(rule, level == null ? "" : level.strip(), faults)
                            .ifPresent(setting -> levels.put(setting.rule(), setting.level())));
        }
        if (!faults.lines.isEmpty()) {
            throw new MojoFailureException(String.join("\n", faults.lines));
        }
        return levels;
    }

    private static final class FaultLines implements RuleSetting.Faults {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void rule(Code code, String message, @Nullable String hint) {
            lines.add("rules: " + message + (hint == null ? "" : "; " + hint));
        }

        @Override
        public void level(Code code, String message, @Nullable String hint) {
            rule(code, message, hint);
        }
    }
}
