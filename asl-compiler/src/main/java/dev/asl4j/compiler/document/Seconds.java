package dev.asl4j.compiler.document;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.WaitDuration;

/** Times of a state as inline Markdown. */
final class Seconds implements Amount.Visitor<String>, WaitDuration.Visitor<String> {
    static final Seconds OF = new Seconds();

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Seconds() {}

    /** {@code 20 s}, {@code 5400 s (1 h 30 min)}. */
    static String words(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        StringBuilder parts = new StringBuilder();
        add(parts, seconds / DAY, " d");
        add(parts, seconds % DAY / HOUR, " h");
        add(parts, seconds % HOUR / MINUTE, " min");
        add(parts, seconds % MINUTE, " s");
        return seconds + " s (" + parts + ")";
    }

    private static void add(StringBuilder parts, long number, String unit) {
        if (number > 0) {
            parts.append(parts.isEmpty() ? "" : " ").append(number).append(unit);
        }
    }

    @Override
    public String constant(long value) {
        return words(value);
    }

    @Override
    public String fraction(double value) {
        return value + " s";
    }

    @Override
    public String atPath(Path path) {
        return "seconds at " + Markdown.code(path.text());
    }

    @Override
    public String query(JsonataExpression expression) {
        return "seconds by " + Markdown.code(expression.text());
    }

    @Override
    public String seconds(long seconds) {
        return words(seconds);
    }

    @Override
    public String secondsPath(Path path) {
        return atPath(path);
    }

    @Override
    public String timestamp(String text) {
        return "until " + Markdown.code(text);
    }

    @Override
    public String timestampPath(Path path) {
        return "until " + Markdown.code(path.text());
    }

    @Override
    public String secondsQuery(JsonataExpression expression) {
        return query(expression);
    }

    @Override
    public String timestampQuery(JsonataExpression expression) {
        return "until " + Markdown.code(expression.text());
    }
}
