package dev.asl4j.runtime.data;

/** Regular expressions of ECMA-262 in the words of {@link java.util.regex.Pattern}, where the two differ. */
final class EcmaSyntax {
    /** White space, which is more than ASCII's there. */
    private static final String SPACE = "\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private EcmaSyntax(String source) {
        this.source = source;
    }

    static String inJava(String source) {
        EcmaSyntax syntax = new EcmaSyntax(source);
        while (syntax.at < source.length()) {
            syntax.step();
        }
        return syntax.java.toString();
    }

    private void step() {
        char c = source.charAt(at++);
        switch (c) {
            case '\\' -> escape(false);
            case '[' -> openClass();
            // Without a flag it is the end of the text, in Java also what stands before the end of the last line.
            case '$' -> java.append("\\z");
            default -> java.append(c);
        }
    }

    /** What stands behind a backslash. */
    private void escape(boolean inClass) {
        if (at == source.length()) {
            java.append('\\');
            return;
        }
        char c = source.charAt(at++);
        switch (c) {
            case 's' -> java.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'S' -> java.append("[^" + SPACE + "]");
            case '0' -> java.append("\\x00");
            case 'v' -> java.append("\\x0B");
            case 'u' -> java.append(source.startsWith("{", at) ? "\\x" : "\\u");
            // Letters that only Java has a meaning for, and which stand for themselves.
            case 'A', 'G', 'Q', 'E', 'Z', 'z', 'h', 'H', 'R', 'X', 'V', 'a', 'e', 'N' -> java.append(c);
            default -> java.append('\\').append(c);
        }
    }

    /** Java's classes can be nested and intersected. */
    private void openClass() {
        if (source.startsWith("^]", at)) {
            at += 2;
            java.append("[\\s\\S]");
            return;
        }
        if (source.startsWith("]", at)) {
            at++;
            java.append("(?!)");
            return;
        }
        java.append('[');
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '\\' -> escape(true);
                case '[', '&' -> java.append('\\').append(c);
                case ']' -> {
                    java.append(c);
                    return;
                }
                default -> java.append(c);
            }
        }
    }
}
