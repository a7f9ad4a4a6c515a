package dev.asl4j.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Text as every database takes it. PostgreSQL refuses U+0000, and half a surrogate pair has no form in UTF-8: drivers refuse it or put
 * a question mark in its place. Strings with neither, which are nearly all, stay as they are.
 */
final class Texts {
    /** Begins an escape in plain text; itself escaped. */
    private static final char ESCAPE = '\u0001';

    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private Texts() {}

    /** Any string. */
    static String encode(String text) {
        return isPlain(text, ESCAPE) ? text : escape(text, true);
    }

    static @Nullable String encodeOrNull(@Nullable String text) {
        return text == null ? null : encode(text);
    }

    /** What {@link #encode} was given. */
    static String decode(String text) {
        if (text.indexOf(ESCAPE) < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ESCAPE) {
                decoded.append((char) Integer.parseInt(text, i + 1, i + 1 + HEX_DIGITS, HEX));
                i += HEX_DIGITS;
            } else {
                decoded.append(c);
            }
        }
        return decoded.toString();
    }

    static @Nullable String decodeOrNull(@Nullable String text) {
        return text == null ? null : decode(text);
    }

    /** JSON text, which stays JSON of the same meaning: JSON itself has no U+0000. */
    static String encodeJson(String json) {
        return isPlain(json, '\0') ? json : escape(json, false);
    }

    private static boolean isPlain(String text, char most) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= most || Character.isSurrogate(c)) {
                return c > most && isWellFormed(text, most);
            }
        }
        return true;
    }

    private static boolean isWellFormed(String text, char most) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= most || isHalf(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalf(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String escape(String text, boolean plain) {
        StringBuilder escaped = new StringBuilder(text.length() + HEX);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHalf(text, i) || (plain && c <= ESCAPE)) {
                String digits = Integer.toHexString(c);
                escaped.append(plain ? String.valueOf(ESCAPE) : "\\u")
                        .append("0".repeat(HEX_DIGITS - digits.length()))
                        .append(digits);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
