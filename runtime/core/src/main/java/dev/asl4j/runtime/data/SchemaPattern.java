package dev.asl4j.runtime.data;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of a JSON Schema, which has the syntax of ECMA-262, with a bound on the work of matching: texts come from anybody.
 *
 * @since 0.1.0
 */
public final class SchemaPattern {
    private final Pattern pattern;
    private final String source;

    private SchemaPattern(Pattern pattern, String source) {
        this.pattern = pattern;
        this.source = source;
    }

    /**
     * What is written in a schema.
     *
     * @throws PatternSyntaxException if it is no regular expression, or one that Java has nothing like
     */
    public static SchemaPattern of(String source) {
        try {
            return new SchemaPattern(Pattern.compile(EcmaSyntax.inJava(source)), source);
        } catch (StackOverflowError e) {
            // java.util.regex recurses over groups; nothing of ours is left half done.
            throw new PatternSyntaxException("nested too deeply", source, -1);
        }
    }

    /**
     * Whether it matches somewhere in a text.
     *
     * @param work is used up
     * @throws IllegalArgumentException if that takes more work than is left
     */
    public boolean isFoundIn(String text, Work work) {
        try {
            return pattern.matcher(new CountedText(text, work, this::exhausted)).find();
        } catch (StackOverflowError e) {
            throw exhausted();
        }
    }

    private IllegalArgumentException exhausted() {
        return new IllegalArgumentException("the regular expression " + source + " takes too much work to match");
    }

    /** The work that may be done: for one value, however many texts it has. For one thread. */
    public static final class Work {
        private int left;

        /**
         * Work to be done.
         *
         * @param steps looks at a character
         */
        public Work(int steps) {
            this.left = steps;
        }

        /** Does a step; false if none is left. */
        boolean step() {
            return --left >= 0;
        }
    }
}
