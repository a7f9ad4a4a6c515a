package dev.asl4j.runtime.data;

import dev.asl4j.runtime.error.StateFailure;
import java.util.regex.Pattern;

/**
 * A regular expression of a filter, {@code /pattern/flags}, with a bound on the work of one match: patterns and texts come
 * from definitions and data.
 */
public final class Regex {
    private static final int MOST_STEPS = 10_000_000;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * A constant of generated code.
     *
     * @param pattern in the syntax of {@link Pattern}
     * @param flags letters of {@code d i x m s u U} as in {@link Pattern}'s embedded flags; others do nothing
     * @throws java.util.regex.PatternSyntaxException if the pattern has a fault
     */
    public static Regex of(String pattern, String flags) {
        int bits = 0;
        for (int i = 0; i < flags.length(); i++) {
            bits |= flag(flags.charAt(i));
        }
        return new Regex(Pattern.compile(pattern, bits));
    }

    private static int flag(char letter) {
        return switch (letter) {
            case 'd' -> Pattern.UNIX_LINES;
            case 'i' -> Pattern.CASE_INSENSITIVE;
            case 'x' -> Pattern.COMMENTS;
            case 'm' -> Pattern.MULTILINE;
            case 's' -> Pattern.DOTALL;
            case 'u' -> Pattern.UNICODE_CASE;
            case 'U' -> Pattern.UNICODE_CHARACTER_CLASS;
            default -> 0;
        };
    }

    /**
     * Whether the whole text matches.
     *
     * @throws StateFailure States.Runtime if that takes too much work to find out
     */
    boolean matches(String text) {
        try {
            return pattern.matcher(new CountedText(text, new SchemaPattern.Work(MOST_STEPS), () -> exhausted(pattern)))
                    .matches();
        } catch (StackOverflowError e) {
            // java.util.regex recurses over repeated groups; nothing of ours is left half done.
            throw exhausted(pattern);
        }
    }

    private static StateFailure exhausted(Pattern pattern) {
        return StateFailure.runtime("The regular expression /" + pattern.pattern() + "/ takes too much work to match.");
    }
}
