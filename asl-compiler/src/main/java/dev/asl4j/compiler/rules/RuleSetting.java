package dev.asl4j.compiler.rules;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Level;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of one rule.
 *
 * @param rule a rule that takes the level
 * @param level the level
 */
public record RuleSetting(Code rule, Level level) {

    private static final List<String> RULES =
            Stream.of(Code.values()).map(Code::id).toList();

    /** Hears what is wrong with the words of a setting. */
    public interface Faults {

        /** There is no such rule, or it cannot be set. */
        void rule(Code code, String message, @Nullable String hint);

        /** There is no such level. */
        void level(Code code, String message, @Nullable String hint);
    }

    /**
     * Reads a setting.
     *
     * @param rule the code of a rule, for example {@code no-dollar}
     * @param level the word of a level, for example {@code off}
     * @return empty: something is wrong, and was told
     */
    public static Optional<RuleSetting> read(String rule, String level, Faults faults) {
        Optional<Code> code = rule(rule, faults);
        Optional<Level> known = level(rule, level, faults);
        if (code.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        if (!code.get().isAdjustable() && known.get() != Level.ERROR) {
            String message = "the rule " + Quotes.quote(rule) + " cannot be set to " + Quotes.quote(level);
            faults.rule(Code.FIXED_RULE, message, "it is always an error: nothing could be compiled");
            return Optional.empty();
        }
        return Optional.of(new RuleSetting(code.get(), known.get()));
    }

    private static Optional<Code> rule(String word, Faults faults) {
        Optional<Code> code = Code.of(word);
        if (code.isEmpty()) {
            String near = Suggestions.didYouMean(word, RULES);
            String hint = near == null ? "a rule goes by the code in brackets at the end of its messages" : near;
            faults.rule(Code.UNKNOWN_RULE, "there is no rule " + Quotes.quote(word), hint);
        }
        return code;
    }

    private static Optional<Level> level(String rule, String word, Faults faults) {
        Optional<Level> level = Level.of(word);
        if (level.isEmpty()) {
            String message = "the level of " + Quotes.quote(rule) + " is " + Quotes.quote(word);
            faults.level(Code.BAD_RULES, message, expectedLevel());
        }
        return level;
    }

    /** The hint for what is no level. */
    static String expectedLevel() {
        return "expected "
                + Suggestions.oneOf(Stream.of(Level.values())
                        .map(level -> Quotes.quote(level.word()))
                        .toList());
    }
}
