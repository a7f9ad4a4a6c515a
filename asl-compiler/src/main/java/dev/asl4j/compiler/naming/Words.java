package dev.asl4j.compiler.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a name: {@code ValidateOrder}, {@code validate-order} and {@code "Validate order!"} are all
 * {@code Validate, Order} but for their case. Only letters, their marks and digits are kept; nothing here depends on the
 * locale.
 */
public final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Words() {}

    /** The words, in their order. */
    public static List<String> of(String name) {
        Words words = new Words();
        words.split(Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().toArray());
        return words.words;
    }

    private void split(int[] codePoints) {
        for (int i = 0; i < codePoints.length; i++) {
            int codePoint = codePoints[i];
            if (isKept(codePoint)) {
                if (startsWord(codePoints, i)) {
                    endWord();
                }
                word.appendCodePoint(codePoint);
            } else if (codePoint != '\'' && codePoint != '\u2019') {
                // An apostrophe stands inside a word: "Don't stop" reads dontStop.
                endWord();
            }
        }
        endWord();
    }

    private boolean isKept(int codePoint) {
        if (!Character.isJavaIdentifierPart(codePoint) || Character.isIdentifierIgnorable(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> !word.isEmpty();
            // '$' parts the names of nested classes, '_' is ours, and neither is a letter
            case Character.CURRENCY_SYMBOL, Character.CONNECTOR_PUNCTUATION -> false;
            default -> true;
        };
    }

    /** Upper case starts a word after anything else, and before lower case: {@code validate|Order}, {@code HTTP|Call}. */
    private static boolean startsWord(int[] codePoints, int i) {
        if (i == 0 || !Character.isUpperCase(codePoints[i])) {
            return false;
        }
        boolean beforeLower = i + 1 < codePoints.length && Character.isLowerCase(codePoints[i + 1]);
        return beforeLower || !Character.isUpperCase(codePoints[i - 1]);
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** {@code ORDER} and {@code order} as {@code Order}. */
    public static String capitalised(String word) {
        int first = word.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + lower(word.substring(Character.charCount(first)));
    }

    /** In lower case, whatever the locale. */
    public static String lower(String word) {
        return map(word, false);
    }

    /** In upper case, whatever the locale. */
    public static String upper(String word) {
        return map(word, true);
    }

    /** One code point for one: {@code String.toUpperCase} makes two of some. */
    private static String map(String word, boolean upper) {
        StringBuilder text = new StringBuilder(word.length());
        int length = word.length();
        for (int i = 0; i < length; ) {
            int point = word.codePointAt(i);
            text.appendCodePoint(upper ? Character.toUpperCase(point) : Character.toLowerCase(point));
            i += Character.charCount(point);
        }
        return text.toString();
    }
}
