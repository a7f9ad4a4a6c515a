package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;

/** Holds the signature of a function, such as {@code <a<n>n?:n>}, against the two rules that JSONata has for it. */
final class JsonataSignature {

    private JsonataSignature() {}

    static void check(String signature, Span span) {
        char last = ' ';
        for (int i = 1; i < signature.length() && signature.charAt(i) != ':'; i++) {
            char c = signature.charAt(i);
            if (c == '(') {
                int end = closing(signature, i, '(', ')');
                if (signature.substring(i + 1, end).indexOf('<') >= 0) {
                    throw JsonataFaults.at(span, "Choice groups containing parameterized types are not supported");
                }
                last = c;
                i = end;
            } else if (c == '<') {
                if (last != 'a' && last != 'f') {
                    throw JsonataFaults.at(span, "Type parameters can only be applied to functions and arrays");
                }
                i = closing(signature, i, '<', '>');
            } else if ("snblafojx".indexOf(c) >= 0) {
                last = c;
            }
        }
    }

    /** Where the bracket is closed; the end of the text if it is not. */
    private static int closing(String text, int open, char opening, char closing) {
        int depth = 1;
        int i = open;
        while (depth > 0 && ++i < text.length()) {
            depth += text.charAt(i) == opening ? 1 : text.charAt(i) == closing ? -1 : 0;
        }
        return Math.min(i, text.length());
    }
}
