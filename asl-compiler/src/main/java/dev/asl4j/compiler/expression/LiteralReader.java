package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonWriter;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the literals of filters and of the functions of paths: JSON, in which strings may have apostrophes or no quotes at all. */
final class LiteralReader {

    /** A longer pattern could exhaust the stack of the Java compiler of regular expressions. */
    private static final int LONGEST_PATTERN = 1_000;

    private static final String FLAGS = "dixmsuU";

    private final Chars chars;

    LiteralReader(Chars chars) {
        this.chars = chars;
    }

    /** Reads a literal of a filter. */
    Operand literal() {
        return chars.peek() == '/' ? regex() : json();
    }

    /** Reads a literal that is not a regular expression. */
    Operand json() {
        int c = chars.peek();
        return switch (c) {
            case '\'', '"' -> new Operand.Text(string((char) c));
            case '[', '{' -> {
                StringBuilder json = new StringBuilder();
                container(json);
                yield new Operand.Json(json.toString());
            }
            default -> word();
        };
    }

    private String string(char quote) {
        int start = chars.offset();
        int closing = chars.indexOfUnescaped(quote, start + 1);
        if (closing == Chars.END) {
            throw chars.fault(start, start + 1, "is not a path: the text is not closed by " + quote, null);
        }
        chars.moveTo(closing + 1);
        return Unescape.quoted(chars.slice(start + 1, closing));
    }

    private Operand word() {
        String word = checkedWord();
        BigDecimal number = JsonNumber.parse(word);
        if (number != null) {
            return new Operand.Numeric(number);
        }
        return switch (word) {
            case "true" -> new Operand.Bool(true);
            case "false" -> new Operand.Bool(false);
            case "null" -> new Operand.Null();
            default -> new Operand.Text(word);
        };
    }

    private String wordAsJson() {
        String word = checkedWord();
        BigDecimal number = JsonNumber.parse(word);
        if (number != null) {
            return number.toString();
        }
        return switch (word) {
            case "true", "false", "null" -> word;
            default -> JsonWriter.quoted(word);
        };
    }

    /** Reads a number or a word that starts with a letter. */
    private String checkedWord() {
        int start = chars.offset();
        while (isWordPart(chars.peek())) {
            chars.moveTo(chars.offset() + 1);
        }
        String word = chars.since(start);
        boolean text = !word.isEmpty() && (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_');
        if (!text && JsonNumber.parse(word) == null) {
            int end = Math.max(chars.offset(), chars.atEnd() ? start : start + 1);
            throw chars.fault(start, end, "is not a path: a value is expected here", "texts are in quotes");
        }
        return word;
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '+';
    }

    private void container(StringBuilder json) {
        chars.enter();
        boolean object = chars.peek() == '{';
        char close = object ? '}' : ']';
        json.append(object ? '{' : '[');
        int open = chars.offset();
        chars.moveTo(open + 1);
        chars.skipWhitespace();
        boolean more = !chars.take(close);
        while (more) {
            if (object) {
                key(json);
            }
            element(json);
            chars.skipWhitespace();
            more = chars.take(',');
            json.append(more ? "," : "");
            if (!more && !chars.take(close)) {
                throw chars.fault("is not a path: a comma or \"" + close + "\" is expected here", null);
            }
            chars.skipWhitespace();
        }
        json.append(close);
        chars.leave();
    }

    private void key(StringBuilder json) {
        int c = chars.peek();
        String key = c == '\'' || c == '"' ? string((char) c) : checkedWord();
        chars.skipWhitespace();
        if (!chars.take(':')) {
            throw chars.fault("is not a path: \":\" is expected here", null);
        }
        chars.skipWhitespace();
        json.append(JsonWriter.quoted(key)).append(':');
    }

    private void element(StringBuilder json) {
        int c = chars.peek();
        switch (c) {
            case '[', '{' -> container(json);
            case '\'', '"' -> json.append(JsonWriter.quoted(string((char) c)));
            default -> json.append(wordAsJson());
        }
    }

    private Operand regex() {
        int start = chars.offset();
        int closing = chars.indexOfUnescaped('/', start + 1);
        if (closing == Chars.END) {
            throw chars.fault(start, start + 1, "is not a path: the regular expression is not closed by /", null);
        }
        String pattern = chars.slice(start + 1, closing);
        chars.moveTo(closing + 1);
        while (chars.peek() != Chars.END && FLAGS.indexOf(chars.peek()) >= 0) {
            chars.moveTo(chars.offset() + 1);
        }
        if (pattern.length() > LONGEST_PATTERN) {
            String message = "is not a path: the regular expression is longer than " + LONGEST_PATTERN + " characters";
            throw chars.fault(start, closing + 1, message, null);
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException fault) {
            String message = "is not a path: the regular expression is wrong: " + fault.getDescription();
            throw chars.fault(start, closing + 1, message, null);
        }
        return new Operand.Regex(pattern, chars.since(closing + 1));
    }
}
