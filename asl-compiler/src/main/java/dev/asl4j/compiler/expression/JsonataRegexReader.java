package dev.asl4j.compiler.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds the end of a regular expression: the first slash without a backslash before it that stands in no bracket. */
final class JsonataRegexReader {

    /** Deeper than any person nests, and little enough for the stack of the pattern compiler. */
    private static final int MAX_NESTING = 100;

    private final String text;
    private final int start;

    /**
     * A reader.
     *
     * @param start where the first slash stands
     */
    JsonataRegexReader(String text, int start) {
        this.text = text;
        this.start = start;
    }

    /** The offset behind the flags. */
    int end() {
        int slash = closingSlash();
        if (slash == start + 1) {
            throw JsonataFaults.at(start, slash + 1, "Empty regular expressions are not allowed");
        }
        int end = slash + 1;
        while (end < text.length() && (text.charAt(end) == 'i' || text.charAt(end) == 'm')) {
            end++;
        }
        try {
            Pattern.compile(text.substring(start + 1, slash));
        } catch (PatternSyntaxException e) {
            throw JsonataFaults.at(start, slash + 1, "Invalid regular expression: " + e.getDescription());
        }
        return end;
    }

    private int closingSlash() {
        int depth = 0;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' && depth == 0 && !escaped(i)) {
                return i;
            }
            if (text.charAt(i - 1) != '\\') {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
            if (depth > MAX_NESTING) {
                throw JsonataFaults.at(
                        i, i + 1, "Invalid regular expression: nested more than " + MAX_NESTING + " levels deep");
            }
        }
        throw JsonataFaults.at(start, start + 1, "No terminating / in regular expression");
    }

    private boolean escaped(int index) {
        int first = index;
        while (text.charAt(first - 1) == '\\') {
            first--;
        }
        return (index - first) % 2 == 1;
    }
}
