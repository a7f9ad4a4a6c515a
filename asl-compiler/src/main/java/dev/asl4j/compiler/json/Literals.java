package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import java.math.BigDecimal;

/** Reads strings and numbers (RFC 8259, sections 6 and 7). */
final class Literals {

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a string, from quotation mark to quotation mark; returns its decoded characters. */
    String string() {
        String text = cursor.text();
        int start = cursor.offset();
        StringBuilder decoded = null;
        int copied = start + 1;
        int i = copied;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                cursor.moveTo(i + 1);
                String rest = text.substring(copied, i);
                return whole(
                        start, decoded == null ? rest : decoded.append(rest).toString());
            }
            if (c < ' ') {
                throw control(start, i);
            }
            if (c == '\\') {
                decoded = decoded == null ? new StringBuilder() : decoded;
                decoded.append(text, copied, i).append(escape(start, i));
                i += text.charAt(i + 1) == 'u' ? 6 : 2;
                copied = i;
            } else {
                i++;
            }
        }
        throw unclosed(start, text.length());
    }

    private SyntaxFault control(int start, int i) {
        char c = cursor.text().charAt(i);
        if (c == '\n' || c == '\r') {
            return unclosed(start, i);
        }
        String shown = Quotes.plain(String.valueOf(c));
        return cursor.fault(
                i, i + 1, "a control character must not stand in a string", "write it as the escape " + shown);
    }

    private SyntaxFault unclosed(int start, int end) {
        return cursor.fault(start, end, "the string has no closing quotation mark on its line", null);
    }

    private char escape(int start, int i) {
        String text = cursor.text();
        if (i + 1 >= text.length()) {
            throw unclosed(start, text.length());
        }
        char c = text.charAt(i + 1);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit(i);
            case '\n', '\r' -> throw unclosed(start, i + 1);
            default -> {
                int end = i + 1 + Character.charCount(text.codePointAt(i + 1));
                String hint = c == '\'' ? "an apostrophe needs no escape" : "a backslash itself is written \\\\";
                throw cursor.fault(i, end, "JSON has no escape " + cursor.quoted(i, end), hint);
            }
        };
    }

    private char unit(int i) {
        int value = 0;
        for (int k = i + 2; k < i + 6; k++) {
            int digit =
                    k < cursor.text().length() ? Character.digit(cursor.text().charAt(k), 16) : -1;
            if (digit < 0 || cursor.text().charAt(k) > 'f') {
                throw cursor.fault(
                        i, Math.min(k, cursor.text().length()), "\\u is followed by four hexadecimal digits", null);
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    /** Refuses half surrogate pairs: such a string cannot be written down again in any encoding. */
    private String whole(int start, String decoded) {
        if (Encoding.hasHalfPair(decoded)) {
            throw cursor.fault(start, cursor.offset(), "the string has one half of a surrogate pair", null);
        }
        return decoded;
    }

    /** Moves the cursor behind a number. */
    void skipNumber() {
        int start = cursor.offset();
        cursor.take('-');
        if (cursor.take('0')) {
            if (isDigit(cursor.peek())) {
                throw cursor.fault(start, cursor.endOfWord(), "a number must not start with 0", null);
            }
        } else {
            digits(start);
        }
        if (cursor.take('.')) {
            digits(start);
        }
        if (cursor.take('e') || cursor.take('E')) {
            if (!cursor.take('+')) {
                cursor.take('-');
            }
            digits(start);
        }
        int end = cursor.endOfWord();
        if (end > cursor.offset()) {
            throw notANumber(start, end);
        }
    }

    private void digits(int start) {
        if (!isDigit(cursor.peek())) {
            throw notANumber(start, Math.max(cursor.endOfWord(), start + 1));
        }
        while (isDigit(cursor.peek())) {
            cursor.moveTo(cursor.offset() + 1);
        }
    }

    private SyntaxFault notANumber(int start, int end) {
        return cursor.fault(start, end, cursor.quoted(start, end) + " is not a number in JSON", null);
    }

    /** The value of a number, which {@link #skipNumber} has read from {@code start} on. */
    BigDecimal value(int start) {
        int end = cursor.offset();
        BigDecimal value = JsonNumber.parse(cursor.text().substring(start, end));
        if (value != null) {
            return value;
        }
        throw cursor.fault(
                Code.BAD_VALUE,
                start,
                end,
                "the number " + cursor.quoted(start, end) + " is too long or too large",
                "at most " + JsonNumber.LONGEST + " characters, and exponents up to " + JsonNumber.GREATEST_EXPONENT);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
