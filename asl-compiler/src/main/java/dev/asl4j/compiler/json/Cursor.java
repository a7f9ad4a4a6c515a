package dev.asl4j.compiler.json;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/** A place in the text of a document that moves forward, and says what is wrong there. */
final class Cursor {

    /** What {@link #peek} returns at the end of the text. */
    static final int END = -1;

    private final String text;
    private int offset;
    private JsonPointer place = JsonPointer.ROOT;

    Cursor(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    int offset() {
        return offset;
    }

    void moveTo(int newOffset) {
        offset = newOffset;
    }

    /** The place in the document that is being read. */
    JsonPointer place() {
        return place;
    }

    void enter(JsonPointer newPlace) {
        place = newPlace;
    }

    /** The next character, or {@link #END}. */
    int peek() {
        return peek(0);
    }

    /** The character that many places further on, or {@link #END}. */
    int peek(int distance) {
        return offset + distance < text.length() ? text.charAt(offset + distance) : END;
    }

    /** The whole character here; there has to be one. */
    int codePoint() {
        return text.codePointAt(offset);
    }

    boolean take(char c) {
        boolean there = peek() == c;
        if (there) {
            offset++;
        }
        return there;
    }

    /** Skips blanks: the four that JSON knows. */
    void skipBlanks() {
        while (offset < text.length()) {
            char c = text.charAt(offset);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                return;
            }
            offset++;
        }
    }

    /** The end of the run of letters, digits and a few signs that starts at the cursor: a word that is not JSON, as people write it. */
    int endOfWord() {
        int end = offset;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_$-+.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** The characters between two offsets, quoted for a message. */
    String quoted(int from, int to) {
        return Quotes.quote(text.substring(from, to));
    }

    SyntaxFault fault(int from, int to, String message, @Nullable String hint) {
        return fault(Code.SYNTAX_ERROR, from, to, message, hint);
    }

    SyntaxFault fault(Code code, int from, int to, String message, @Nullable String hint) {
        return new SyntaxFault(code, new Span(from, to), place, message, hint);
    }

    /** The fault of a character that cannot start what is expected here, with the reason people usually have for writing it. */
    SyntaxFault unexpected(String expected) {
        int c = peek();
        if (c == END) {
            return fault(offset, offset, "the text ends where " + expected + " is expected", null);
        }
        if (c == '#' || (c == '/' && (peek(1) == '/' || peek(1) == '*'))) {
            return fault(offset, offset + (c == '#' ? 1 : 2), "JSON has no comments", "use the field \"Comment\"");
        }
        if (c == '\'') {
            return fault(offset, offset + 1, "strings are in double quotes, not in apostrophes", null);
        }
        if (c == '\u201C' || c == '\u201D' || c == '\u2018' || c == '\u2019') {
            return fault(offset, offset + 1, "strings are in straight double quotes, not in typographic ones", null);
        }
        if (c == '$' && peek(1) == '{') {
            int close = text.indexOf('}', offset);
            int end = close < 0 ? offset + 2 : close + 1;
            String message = "the placeholder " + quoted(offset, end) + " is not JSON";
            return fault(Code.UNRESOLVED_SUBSTITUTION, offset, end, message, "put it in quotes");
        }
        int end = endOfWord();
        if (end > offset && (c == '+' || c == '.')) {
            return fault(offset, end, quoted(offset, end) + " is not a number in JSON", null);
        }
        if (end > offset) {
            return fault(
                    offset, end, quoted(offset, end) + " stands where " + expected + " is expected", wordHint(end));
        }
        end = offset + Character.charCount(codePoint());
        String hint = c == 0 ? "is the file UTF-16? It must be UTF-8" : null;
        return fault(offset, end, quoted(offset, end) + " stands where " + expected + " is expected", hint);
    }

    private @Nullable String wordHint(int end) {
        String word = text.substring(offset, end);
        return switch (word) {
            case "True", "TRUE" -> "did you mean true?";
            case "False", "FALSE" -> "did you mean false?";
            case "Null", "NULL", "None", "nil", "undefined" -> "did you mean null?";
            case "NaN", "Infinity", "-Infinity", "+Infinity" -> "JSON has finite numbers only";
            default -> "strings and keys are in double quotes";
        };
    }
}
