package dev.asl4j.compiler.drawing;

import dev.asl4j.compiler.diagnostic.Quotes;

/** The user's words as they are drawn: on one line, and not longer than can be read. */
final class Words {
    /** Names of states have up to 80 characters, and those are shown whole. */
    static final int LONGEST = 80;

    private Words() {}

    /** Blanks in a row as one, what does not print as an escape, and an ellipsis where the rest is left out. */
    static String of(String text) {
        String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String plain = Quotes.plain(start.strip().replaceAll("[ \\t\\r\\n]+", " "));
        boolean cut = start.length() < text.length() || plain.length() > LONGEST + 3;
        if (!cut) {
            return plain;
        }
        int end = Math.min(plain.length(), LONGEST);
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
