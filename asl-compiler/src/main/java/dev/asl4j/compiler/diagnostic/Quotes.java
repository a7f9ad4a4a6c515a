package dev.asl4j.compiler.diagnostic;

/** The user's own words inside a message: quoted, harmless on a terminal, never long. */
public final class Quotes {

    /** Longer words are cut in the middle. */
    private static final int LONGEST = 80;

    private Quotes() {}

    /** The text in quotation marks, shortened to some 80 characters, with control characters as escapes. */
    public static String quote(String text) {
        return '"' + plain(shortened(text)) + '"';
    }

    /** The text with characters that do not print, or that turn the direction of writing, as {@code \}{@code u} escapes. */
    public static String plain(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isEscaped(c) && plain == null) {
                plain = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (plain != null) {
                append(plain, c);
            }
            i += Character.charCount(c);
        }
        return plain == null ? text : plain.toString();
    }

    private static void append(StringBuilder plain, int c) {
        if (!isEscaped(c)) {
            plain.appendCodePoint(c);
        } else if (c == '\n') {
            plain.append("\\n");
        } else if (c == '\t') {
            plain.append("\\t");
        } else if (c == '\r') {
            plain.append("\\r");
        } else {
            for (char unit : Character.toChars(c)) {
                plain.append("\\u").append(hex(unit));
            }
        }
    }

    private static String hex(char unit) {
        String digits = Integer.toHexString(unit);
        return "0".repeat(4 - digits.length()) + digits;
    }

    // Blanks that are not the blank: two names that differ in them would look the same.
    private static boolean isEscaped(int c) {
        return isHidden(c) || (c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    /** Whether a character does nothing visible, or something harmful, when printed: controls, format characters, lone surrogates. */
    static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> c != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static final int ZERO_WIDTH_JOINER = 0x200D; // part of many emoji

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int head = whole(text, LONGEST / 2);
        int tail = whole(text, text.length() - LONGEST / 2 + 3);
        return text.substring(0, head) + "..." + text.substring(tail);
    }

    // not between the halves of a surrogate pair
    private static int whole(String text, int index) {
        boolean split =
                Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1));
        return split ? index - 1 : index;
    }
}
