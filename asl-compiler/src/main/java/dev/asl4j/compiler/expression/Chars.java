package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.source.Span;
import org.jspecify.annotations.Nullable;

/** The characters of an expression and a place in them that moves forward. */
final class Chars {

    /** What {@link #peek} returns at the end. */
    static final int END = -1;

    /** How deep filters, groups and literals may nest: enough for any person, little enough for any stack. */
    private static final int MAX_NESTING = 100;

    private final String text;
    private final int end;
    private int offset;
    private int nesting;

    /** Reads the text without the blanks at its end. */
    Chars(String text) {
        int last = text.length();
        while (last > 0 && text.charAt(last - 1) == ' ') {
            last--;
        }
        this.text = text;
        this.end = last;
    }

    int offset() {
        return offset;
    }

    void moveTo(int newOffset) {
        offset = newOffset;
    }

    boolean atEnd() {
        return offset >= end;
    }

    int peek() {
        return peek(0);
    }

    int peek(int distance) {
        return offset + distance < end ? text.charAt(offset + distance) : END;
    }

    boolean startsWith(String start) {
        return offset + start.length() <= end && text.startsWith(start, offset);
    }

    boolean take(char c) {
        boolean there = peek() == c;
        if (there) {
            offset++;
        }
        return there;
    }

    boolean take(String word) {
        boolean there = startsWith(word);
        if (there) {
            offset += word.length();
        }
        return there;
    }

    /** Skips blanks; tabs and line ends are not among them, as in json-path. */
    void skipBlanks() {
        while (peek() == ' ') {
            offset++;
        }
    }

    /** Skips blanks, tabs and line ends. */
    void skipWhitespace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            offset++;
        }
    }

    /** The offset of the character in what is left, or {@link #END}. */
    int indexOf(char c) {
        int index = text.indexOf(c, offset);
        return index < end ? index : END;
    }

    /** The offset of the next such character, from the given one on, that no backslash stands before; or {@link #END}. */
    int indexOfUnescaped(char c, int from) {
        int i = from;
        while (i < end && text.charAt(i) != c) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < end ? i : END;
    }

    String slice(int from, int to) {
        return text.substring(from, to);
    }

    /** The characters that are left. */
    String rest() {
        return text.substring(offset, Math.max(offset, end));
    }

    /** The characters read since that offset. */
    String since(int from) {
        return text.substring(from, offset);
    }

    Span spanFrom(int from) {
        return new Span(from, offset);
    }

    /** Goes one level deeper; as often as {@link #leave} goes back. */
    void enter() {
        if (++nesting > MAX_NESTING) {
            throw fault("is nested more than " + MAX_NESTING + " levels deep", null);
        }
    }

    void leave() {
        nesting--;
    }

    /** Refuses <code>${...}</code> at the next character: only the deployment knows what it stands for. */
    void refusePlaceholder() {
        int close = startsWith("${") ? indexOf('}') : END;
        if (close != END) {
            String message = "has a placeholder where the compiler needs the path itself";
            throw fault(Code.UNRESOLVED_SUBSTITUTION, offset, close + 1, message, null);
        }
    }

    /** A fault at the next character, whose message starts with the whole expression. */
    ExpressionFault fault(String message, @Nullable String hint) {
        int to = atEnd() ? offset : offset + Character.charCount(text.codePointAt(offset));
        return fault(Code.BAD_PATH, offset, to, message, hint);
    }

    ExpressionFault fault(int from, int to, String message, @Nullable String hint) {
        return fault(Code.BAD_PATH, from, to, message, hint);
    }

    ExpressionFault fault(Code code, int from, int to, String message, @Nullable String hint) {
        return new ExpressionFault(
                code, new Span(from, to), Quotes.quote(text.substring(0, end)) + " " + message, hint);
    }
}
