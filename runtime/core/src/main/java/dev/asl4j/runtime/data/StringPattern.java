package dev.asl4j.runtime.data;

import java.util.Arrays;

/**
 * A pattern of {@code StringMatches}: {@code *} stands for any characters, {@code \*} for a star, {@code \\} for a
 * backslash. Matched in time linear in text and pattern for the usual patterns, their product at worst.
 *
 * @see <a href="https://states-language.net/#choice-state">States Language, Choice state</a>
 */
public final class StringPattern {
    /** Stands for {@code *} in the parsed pattern, where every other entry is a literal character. */
    private static final int ANY = -1;

    private final int[] parts;

    private StringPattern(int[] parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException if a backslash stands before anything but a star or a backslash */
    static StringPattern parse(String pattern) {
        int[] parts = new int[pattern.length()];
        int size = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                if (i == pattern.length() || (pattern.charAt(i) != '*' && pattern.charAt(i) != '\\')) {
                    throw new IllegalArgumentException("a backslash must stand before * or \\: " + pattern);
                }
                parts[size++] = pattern.charAt(i);
            } else if (c != '*') {
                parts[size++] = c;
            } else if (size == 0 || parts[size - 1] != ANY) {
                parts[size++] = ANY;
            }
        }
        return new StringPattern(Arrays.copyOf(parts, size));
    }

    /** Whether the whole text matches. */
    boolean matches(String text) {
        int part = 0;
        int position = 0;
        int star = -1;
        int retry = 0;
        while (position < text.length()) {
            if (part < parts.length && parts[part] == text.charAt(position)) {
                part++;
                position++;
            } else if (part < parts.length && parts[part] == ANY) {
                star = part++;
                retry = position;
            } else if (star >= 0) {
                // Only the last star has to be widened: what stands before it has matched as early as it can.
                part = star + 1;
                position = ++retry;
            } else {
                return false;
            }
        }
        return part == parts.length || (part == parts.length - 1 && parts[part] == ANY);
    }
}
