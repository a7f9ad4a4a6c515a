package dev.asl4j.compiler.json;

/**
 * Takes a plain or quoted scalar of YAML apart (YAML 1.2, section 7.3), which has been read before: here is no fault any more. Lines are
 * folded: one line break is a blank, more are one less.
 */
final class FlowScalar {

    private final String text;
    private final int end;
    private final char quote;
    private final Pieces pieces = new Pieces();
    private int place;

    private FlowScalar(String text, int start, int end) {
        char first = start < end ? text.charAt(start) : 0;
        boolean quoted = first == '"' || first == '\'';
        this.text = text;
        this.quote = quoted ? first : 0;
        this.place = quoted ? start + 1 : start;
        this.end = quoted ? end - 1 : end;
    }

    /** The pieces of the scalar from {@code start} to before {@code end}, both with their quotation marks. */
    static Pieces pieces(String text, int start, int end) {
        return new FlowScalar(text, start, end).read();
    }

    private Pieces read() {
        int kept = place;
        while (place < end) {
            char c = text.charAt(place);
            boolean blank = c == ' ' || c == '\t';
            if (blank || c == '\n' || c == '\r') {
                int blanks = place;
                while (place < end && isBlank(text.charAt(place))) {
                    place++;
                }
                if (place < end && isBreak(text.charAt(place))) {
                    pieces.keep(text, kept, blanks);
                    fold(blanks);
                    kept = place;
                }
            } else if ((c == '\'' && quote == '\'') || (c == '\\' && quote == '"')) {
                pieces.keep(text, kept, place);
                escape(c);
                kept = place;
            } else {
                place++;
            }
        }
        pieces.keep(text, kept, end);
        pieces.put("", end, end); // the end has a place, also in a scalar of no characters
        return pieces;
    }

    /** The line breaks from here on, with the blanks around them, the first of which stand at {@code start}. */
    private void fold(int start) {
        int breaks = breaks();
        pieces.put(breaks == 1 ? " " : "\n".repeat(breaks - 1), start, place);
    }

    /** Skips line breaks and the blanks behind them; counts the breaks. */
    private int breaks() {
        int breaks = 0;
        while (place < end && (isBlank(text.charAt(place)) || isBreak(text.charAt(place)))) {
            char c = text.charAt(place++);
            if (isBreak(c)) {
                breaks++;
                if (c == '\r' && place < end && text.charAt(place) == '\n') {
                    place++;
                }
            }
        }
        return breaks;
    }

    private void escape(char mark) {
        int start = place;
        place += 2;
        if (mark == '\'') {
            pieces.put("'", start, place);
            return;
        }
        char c = text.charAt(start + 1);
        if (isBreak(c)) {
            place = start + 1;
            pieces.put("\n".repeat(breaks() - 1), start, place);
            return;
        }
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        place = Math.min(place + digits, end);
        pieces.put(
                digits > 0
                        ? Character.toString(Integer.parseInt(text, start + 2, place, 16))
                        : String.valueOf(single(c)),
                start,
                place);
    }

    /** The escapes of one character (YAML 1.2, section 5.7). */
    private static char single(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> '\u000B';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> '\u001B';
            case 'N' -> '\u0085';
            case '_' -> '\u00A0';
            case 'L' -> '\u2028';
            case 'P' -> '\u2029';
            default -> c;
        };
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
