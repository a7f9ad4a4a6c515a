package dev.asl4j.compiler.source;

/**
 * A stretch of text, in UTF-16 units.
 *
 * @param start the offset of the first character, from 0
 * @param end the offset behind the last character; equal to {@code start} where the span marks a place between two characters
 */
public record Span(int start, int end) {

    /** Checks that the span does not end before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a span: " + start + " to " + end);
        }
    }

    /** The same stretch in a text this one is part of, {@code distance} characters in. */
    public Span shifted(int distance) {
        return new Span(start + distance, end + distance);
    }
}
