package dev.asl4j.runtime.data;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The tokens of JSON text in memory. Where a token ends is found without a look at the length of the text: the text of what is no JSON may end
 * within a token, which shows as StringIndexOutOfBoundsException.
 */
abstract sealed class TextTokens permits TextReader {
    private static final char[] NOTHING = {};

    /** No number of so many digits is too large for a long, and no number of one more for an unsigned one. */
    private static final int DIGITS_OF_LONG = 18;

    /** Jackson's own bound. */
    private static final int LONGEST_NUMBER = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

    final String text;
    private final int length;

    /** Where the next character is. */
    int at;

    /** Of a string with escapes. */
    private char[] decoded = NOTHING;

    TextTokens(String text) {
        this.text = text;
        this.length = text.length();
    }

    /** That is for Jackson to read. */
    static final class Irregular extends RuntimeException {
        private static final long serialVersionUID = 1;

        Irregular() {
            super(null, null, false, false);
        }
    }

    /** The next character that is no blank. */
    final char next() {
        char c = text.charAt(at++);
        while (c <= ' ') {
            if (!isBlank(c)) {
                throw new Irregular();
            }
            c = text.charAt(at++);
        }
        return c;
    }

    /** Nothing but blanks. */
    final void end() {
        while (at < length) {
            if (!isBlank(text.charAt(at++))) {
                throw new Irregular();
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    final JsonNode literal(String word, JsonNode value) {
        if (!text.startsWith(word, at - 1)) {
            throw new Irregular();
        }
        at += word.length() - 1;
        return value;
    }

    /** The string whose first quote was read. */
    final String string() {
        String text = this.text;
        int start = at;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return text.substring(start, i);
            }
            if (c == '\\') {
                return escaped(start, i);
            }
            if (c < ' ') {
                break;
            }
        }
        throw new Irregular();
    }

    /** A name that is not remembered. */
    final String name() {
        int start = at;
        String name = string();
        boolean escaped = name.length() < at - 1 - start;
        if (escaped && name.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            throw new Irregular(); // in names, Jackson takes no half of a character
        }
        return name;
    }

    /** @param escape where the first escape is */
    private String escaped(int start, int escape) {
        String text = this.text; // a field would be read again and again
        char[] string = decoded;
        int size = 0;
        int plain = start;
        int i = escape;
        while (true) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                if (size + i - plain >= string.length) {
                    string = longer(string, size + i - plain);
                }
                text.getChars(plain, i, string, size);
                size += i - plain;
                if (c == '"') {
                    at = i + 1;
                    return new String(string, 0, size);
                }
                char kind = text.charAt(i + 1);
                string[size++] = kind == 'u' ? hex(i + 2) : meant(kind);
                i += kind == 'u' ? 6 : 2;
                plain = i;
            } else if (c < ' ') {
                throw new Irregular();
            } else {
                i++;
            }
        }
    }

    /** A copy with room for one character more than so many. */
    private char[] longer(char[] string, int size) {
        decoded = Arrays.copyOf(string, 2 * size + 32);
        return decoded;
    }

    private static char meant(char escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new Irregular();
        };
    }

    private char hex(int start) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new Irregular();
            }
            value = 16 * value + digit;
        }
        return (char) value;
    }

    /** @param first its first character, which was read */
    final JsonNode number(char first) {
        int start = at - 1;
        boolean negative = first == '-';
        int begin = negative ? at : start;
        long digits = 0;
        int i = begin;
        for (; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            digits = 10 * digits + digit;
        }
        if (i == begin || (text.charAt(begin) == '0' && i > begin + 1)) {
            throw new Irregular();
        }
        if (i < length && isFraction(text.charAt(i))) {
            return fraction(start, begin, i, digits);
        }
        at = i;
        if (i - begin <= DIGITS_OF_LONG || (i - begin == DIGITS_OF_LONG + 1 && digits >= 0)) {
            return Numbers.node(negative ? -digits : digits);
        }
        return Numbers.node(new BigInteger(token(start)));
    }

    private static boolean isFraction(char c) {
        return c == '.' || c == 'e' || c == 'E';
    }

    /** @param digits those from {@code begin} up to the point or the exponent */
    private JsonNode fraction(int start, int begin, int point, long digits) {
        int i = point;
        if (text.charAt(i) == '.') {
            for (i++; i < length; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                digits = 10 * digits + digit;
            }
            if (i == point + 1) {
                throw new Irregular();
            }
        }
        if (i < length && isFraction(text.charAt(i))) {
            at = afterExponent(i + 1);
        } else {
            at = i;
            if (i - begin - 1 <= Numbers.DIGITS_OF_DOUBLE) {
                return Numbers.fraction(begin > start, digits, i - point - 1);
            }
        }
        return Numbers.fraction(token(start));
    }

    private int afterExponent(int start) {
        char sign = text.charAt(start);
        int begin = sign == '-' || sign == '+' ? start + 1 : start;
        int i = begin;
        while (i < length && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        if (i == begin) {
            throw new Irregular();
        }
        return i;
    }

    private String token(int start) {
        if (at - start > LONGEST_NUMBER) {
            throw new Irregular();
        }
        return text.substring(start, at);
    }
}
