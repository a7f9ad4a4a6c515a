package dev.asl4j.compiler.expression;

/** The escapes of quoted names and literals in paths, which are those of json-path and not those of JSON. */
final class Unescape {

    private Unescape() {}

    /**
     * The characters of a name in brackets. Other than json-path, the service was recorded to keep a backslash before a
     * quote of the other kind.
     */
    static String name(String text, char quote) {
        char other = quote == '"' ? '\'' : '"';
        return quoted(text.replace("\\" + other, "\\\\" + other));
    }

    /** The characters meant; an unknown escape means the character itself, a backslash at the end itself. */
    static String quoted(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(i++);
            int unit = escaped == 'u' ? unit(text, i) : -1;
            plain.append(unit >= 0 ? (char) unit : sign(escaped));
            i += unit >= 0 ? 4 : 0;
        }
        return plain.toString();
    }

    private static char sign(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }

    private static int unit(String text, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
