package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.json.JsonWriter;
import dev.asl4j.compiler.source.Span;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a JSONata expression into tokens, one at a time: whether a slash divides or starts a regular expression, only the parser knows. */
final class JsonataTokenizer {

    private static final String BLANKS = " \t\n\r\u000B";
    private static final String SIGNS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final Set<String> PAIRS = Set.of("..", ":=", "!=", ">=", "<=", "**", "~>");
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?");

    /**
     * <code>${Name}</code>, <code>${AWS::Region}</code>. JSONata itself can have a brace behind a dollar sign only in groups of the
     * context, which have a single colon.
     */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{ *[A-Za-z_][^{}:]*(?:::[^{}:]+)*}");

    private final String text;
    private int offset;

    JsonataTokenizer(String text) {
        this.text = text;
    }

    /**
     * The next token; at the end always {@link JsonataToken.Kind#END}.
     *
     * @param operand whether an operand was read before, so that a slash divides
     */
    JsonataToken next(boolean operand) {
        skipBlanksAndComments();
        int start = offset;
        if (start == text.length()) {
            return token(JsonataToken.Kind.END, "(end)", start);
        }
        char c = text.charAt(start);
        if (c == '/' && !operand) {
            offset = new JsonataRegexReader(text, start).end();
            return token(JsonataToken.Kind.REGEX, text.substring(start, offset), start);
        }
        if (start + 1 < text.length() && PAIRS.contains(text.substring(start, start + 2))) {
            offset += 2;
            return token(JsonataToken.Kind.OPERATOR, text.substring(start, offset), start);
        }
        if (SIGNS.indexOf(c) >= 0) {
            offset++;
            return token(JsonataToken.Kind.OPERATOR, String.valueOf(c), start);
        }
        return switch (c) {
            case '"', '\'' -> string(start, c);
            case '`' -> quotedName(start);
            default -> c >= '0' && c <= '9' ? number(start) : word(start);
        };
    }

    private JsonataToken token(JsonataToken.Kind kind, String value, int start) {
        return new JsonataToken(kind, value, new Span(start, offset));
    }

    private void skipBlanksAndComments() {
        while (offset < text.length()) {
            if (BLANKS.indexOf(text.charAt(offset)) >= 0) {
                offset++;
            } else if (text.startsWith("/*", offset)) {
                int end = text.indexOf("*/", offset + 2);
                if (end < 0) {
                    throw JsonataFaults.at(offset, offset + 2, "Comment has no closing tag");
                }
                offset = end + 2;
            } else {
                return;
            }
        }
    }

    private JsonataToken string(int start, char quote) {
        StringBuilder value = new StringBuilder();
        offset++;
        while (offset < text.length() && text.charAt(offset) != quote) {
            value.append(text.charAt(offset) == '\\' ? escaped() : text.charAt(offset));
            offset++;
        }
        if (offset == text.length()) {
            throw JsonataFaults.at(start, start + 1, "String literal must be terminated by a matching quote");
        }
        offset++;
        return token(JsonataToken.Kind.TEXT, value.toString(), start);
    }

    /** Leaves the offset at the last character of the escape. */
    private char escaped() {
        int start = offset++;
        String sign = offset < text.length() ? text.substring(offset, offset + 1) : "";
        int index = sign.isEmpty() ? -1 : "\"\\/bfnrt".indexOf(sign);
        if (index >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(index);
        }
        if (!sign.equals("u")) {
            int end = start + 1 + sign.length();
            throw JsonataFaults.at(start, end, "Unsupported escape sequence: \\" + JsonWriter.quoted(sign));
        }
        int unit = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = offset + i < text.length() ? Character.digit(text.charAt(offset + i), 16) : -1;
            if (digit < 0 || text.charAt(offset + i) >= 128) {
                throw JsonataFaults.at(start, start + 2, "The escape sequence \\u must be followed by 4 hex digits");
            }
            unit = unit * 16 + digit;
        }
        offset += 4;
        return (char) unit;
    }

    private JsonataToken quotedName(int start) {
        int end = text.indexOf('`', start + 1);
        if (end < 0) {
            throw JsonataFaults.at(start, start + 1, "Quoted property name must be terminated with a backquote (`)");
        }
        offset = end + 1;
        return token(JsonataToken.Kind.NAME, text.substring(start + 1, end), start);
    }

    private JsonataToken number(int start) {
        Matcher number = NUMBER.matcher(text).region(start, text.length());
        number.lookingAt(); // at least the one digit
        offset = number.end();
        String value = text.substring(start, offset);
        if (Double.isInfinite(Double.parseDouble(value))) {
            throw JsonataFaults.at(start, offset, "Number out of range: " + JsonWriter.quoted(value));
        }
        return token(JsonataToken.Kind.NUMBER, value, start);
    }

    private JsonataToken word(int start) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        boolean replaced = false;
        while (offset < text.length() && !endsWord(text.charAt(offset))) {
            if (text.startsWith("${", offset)
                    && placeholder.region(offset, text.length()).lookingAt()) {
                replaced = true;
                offset = placeholder.end();
            } else {
                offset++;
            }
        }
        String word = text.substring(start, offset);
        if (replaced) {
            return token(JsonataToken.Kind.PLACEHOLDER, word, start);
        }
        if (word.startsWith("$")) {
            return token(JsonataToken.Kind.VARIABLE, word.substring(1), start);
        }
        return switch (word) {
            case "or", "in", "and" -> token(JsonataToken.Kind.OPERATOR, word, start);
            case "true", "false", "null" -> token(JsonataToken.Kind.VALUE, word, start);
            default -> token(JsonataToken.Kind.NAME, word, start);
        };
    }

    private static boolean endsWord(char c) {
        return BLANKS.indexOf(c) >= 0 || SIGNS.indexOf(c) >= 0;
    }
}
