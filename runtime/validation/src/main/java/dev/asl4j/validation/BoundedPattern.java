package dev.asl4j.validation;

import com.networknt.schema.SchemaException;
import com.networknt.schema.regex.RegularExpression;
import dev.asl4j.runtime.data.SchemaPattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression that gives up when the work for the value being validated is done, whatever schema around it asks. */
final class BoundedPattern implements RegularExpression {
    /** Looks at a character, for one value: some 0.1 seconds. */
    private static final int MOST_STEPS = 10_000_000;

    private static final ThreadLocal<SchemaPattern.@Nullable Work> WORK = new ThreadLocal<>();

    private final SchemaPattern pattern;

    private BoundedPattern(SchemaPattern pattern) {
        this.pattern = pattern;
    }

    static BoundedPattern of(String source) {
        try {
            return new BoundedPattern(SchemaPattern.of(source));
        } catch (PatternSyntaxException e) {
            throw new SchemaException("not a regular expression: " + source);
        }
    }

    /** The following matches of this thread are about one value. */
    static void begin() {
        WORK.set(new SchemaPattern.Work(MOST_STEPS));
    }

    static void end() {
        WORK.remove();
    }

    @Override
    public boolean matches(String text) {
        SchemaPattern.Work work = WORK.get();
        try {
            return pattern.isFoundIn(text, work == null ? new SchemaPattern.Work(MOST_STEPS) : work);
        } catch (IllegalArgumentException e) {
            throw new TooMuchWork(String.valueOf(e.getMessage()));
        }
    }

    /** Of the library's kind, which it lets through without a word in a log. */
    static final class TooMuchWork extends SchemaException {
        private static final long serialVersionUID = 1;

        TooMuchWork(String message) {
            super(message);
        }
    }
}
