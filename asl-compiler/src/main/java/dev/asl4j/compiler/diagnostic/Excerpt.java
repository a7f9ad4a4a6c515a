package dev.asl4j.compiler.diagnostic;

/**
 * A stretch of a source line as a terminal can show it, with a line of carets below. Reads only the part that is shown: a definition
 * may be one line of a million characters.
 *
 * @param text the line, or the part of it around the place, with an ellipsis where it is cut
 * @param carets blanks and carets; at least one caret
 */
record Excerpt(String text, String carets) {

    /** Columns shown of a long line, without the ellipsis at the end. */
    private static final int WIDTH = 100;

    /** Columns shown before the place in a long line. */
    private static final int LEAD = 40;

    private static final String CUT = "...";

    /** The excerpt of a line with the characters from {@code from} to before {@code to} marked. */
    static Excerpt of(String line, int from, int to) {
        int first = line.length() <= WIDTH ? 0 : back(line, from, LEAD);
        StringBuilder before = new StringBuilder(first > 0 ? CUT : "");
        int indent = before.length() + print(line, first, from, before);

        StringBuilder marked = new StringBuilder();
        int room = WIDTH - indent;
        int last = forth(line, from, room);
        int width = print(line, from, Math.min(to, last), marked);
        print(line, Math.max(from, Math.min(to, last)), last, marked);
        String rest = last < line.length() ? CUT : "";
        return new Excerpt(before.toString() + marked + rest, " ".repeat(indent) + "^".repeat(Math.max(1, width)));
    }

    private static int back(String line, int from, int columns) {
        int place = from;
        for (int room = columns; place > 0 && room > 0; ) {
            int c = line.codePointBefore(place);
            room -= columns(c);
            place -= Character.charCount(c);
        }
        return place;
    }

    private static int forth(String line, int from, int columns) {
        int place = from;
        for (int room = columns; place < line.length() && room > 0; ) {
            int c = line.codePointAt(place);
            room -= columns(c);
            place += Character.charCount(c);
        }
        return place;
    }

    /** Appends the characters as they are shown; returns the columns they take. */
    private static int print(String line, int from, int to, StringBuilder out) {
        int columns = 0;
        for (int place = from; place < to; ) {
            int c = line.codePointAt(place);
            columns += columns(c);
            place += Character.charCount(c);
            if (c == '\t') {
                out.append("    ");
            } else if (c < ' ') {
                out.append((char) (CONTROL_PICTURES + c));
            } else if (Quotes.isHidden(c)) {
                out.append('\uFFFD');
            } else {
                out.appendCodePoint(c);
            }
        }
        return columns;
    }

    private static final char CONTROL_PICTURES = '\u2400';

    private static int columns(int c) {
        if (c == '\t') {
            return 4;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.FORMAT -> Quotes.isHidden(c) ? 1 : 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    /** First and last code points of the blocks that terminals print two columns wide: East Asian scripts and emoji. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private static boolean isWide(int c) {
        for (int[] block : WIDE) {
            if (c >= block[0] && c <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
