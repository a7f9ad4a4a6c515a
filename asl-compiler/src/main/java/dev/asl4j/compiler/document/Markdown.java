package dev.asl4j.compiler.document;

import dev.asl4j.compiler.diagnostic.Quotes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words of others as Markdown in which they mean nothing. What stands in a cell of a {@link Table} is made fit for that by the table.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 */
final class Markdown {
    /** A paragraph is no longer. */
    private static final int LONGEST_TEXT = 2_000;

    /** A name or a value is no longer. */
    private static final int LONGEST_CODE = 200;

    private static final String MARKS = "\\`*[]<>&|~$";
    private static final String MARKS_AT_START = "#+-=:";
    private static final String UNRESERVED = "-._~/";

    private Markdown() {}

    /** A text on one line: blanks and line ends in a row as one blank, what does not print as an escape. */
    static String text(String words) {
        String plain = Quotes.plain(cut(words, LONGEST_TEXT).strip().replaceAll("[ \\t\\r\\n]+", " "));
        StringBuilder text = new StringBuilder(plain.length() + 16);
        int digits = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean isListMark = (c == '.' || c == ')') && digits == i && i > 0;
            boolean isMark = MARKS.indexOf(c) >= 0
                    || isListMark
                    || (i == 0 && MARKS_AT_START.indexOf(c) >= 0)
                    || (i == plain.length() - 1 && c == '#') // ends a heading
                    || (c == '_' && !isInsideWord(plain, i));
            text.append(isMark ? "\\" : "").append(c);
            digits += digits == i && c >= '0' && c <= '9' ? 1 : 0;
        }
        return text.toString();
    }

    /** There it is no emphasis. */
    private static boolean isInsideWord(String text, int at) {
        return at > 0 && at + 1 < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** A name or a value to the letter, but for what does not print. */
    static String code(String words) {
        String plain = Quotes.plain(cut(words, LONGEST_CODE));
        if (plain.isEmpty()) {
            return "`\"\"`";
        }
        String marks = "`".repeat(longestRun(plain) + 1);
        boolean needsRoom = plain.startsWith("`")
                || plain.endsWith("`")
                || (plain.startsWith(" ") && plain.endsWith(" ") && !plain.isBlank());
        String room = needsRoom ? " " : "";
        return marks + room + plain + room + marks;
    }

    /** Several lines to the letter. */
    static String fence(String language, String lines) {
        String marks = "`".repeat(Math.max(3, longestRun(lines) + 1));
        return marks + language + "\n" + (lines.endsWith("\n") ? lines : lines + "\n") + marks;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /**
     * A link.
     *
     * @param label Markdown without links
     * @param target a path, {@code #} and an anchor, or both
     */
    static String link(String label, String target) {
        return "[" + label + "](" + target + ")";
    }

    /** The first of some words, and how many more there are. */
    static String some(List<String> all, int most) {
        String shown = String.join(", ", all.subList(0, Math.min(most, all.size())));
        return all.size() <= most ? shown : shown + " and " + (all.size() - most) + " more";
    }

    /** A path in a link. */
    static String path(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (isPlain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(digit(c >> 4)).append(digit(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static char digit(int value) {
        return Character.toUpperCase(Character.forDigit(value, 16));
    }

    /** The text, or its start with an ellipsis if it is longer; no character is cut in two. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "...";
    }
}
