package dev.asl4j.runtime.data;

import java.util.function.Supplier;

/** Counts how often a matcher looks at a character. */
final class CountedText implements CharSequence {
    private final String text;
    private final SchemaPattern.Work work;
    private final Supplier<? extends RuntimeException> exhausted;

    /** @param exhausted what is thrown if it is too often */
    CountedText(String text, SchemaPattern.Work work, Supplier<? extends RuntimeException> exhausted) {
        this.text = text;
        this.work = work;
        this.exhausted = exhausted;
    }

    @Override
    public char charAt(int index) {
        if (!work.step()) {
            throw exhausted.get();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
