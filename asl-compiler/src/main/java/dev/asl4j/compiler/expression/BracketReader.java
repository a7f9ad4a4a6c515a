package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one step in brackets. */
final class BracketReader {

    private static final Pattern SLICE = Pattern.compile("(-?\\d*):(-?\\d*)(?::-?\\d*)?");
    private static final Pattern INDEX = Pattern.compile("-?\\d+");

    private final Chars chars;
    private final int start;

    /**
     * A reader for the bracket at the next character.
     *
     * @param start where the step starts: at the bracket, or at a dot before it
     */
    BracketReader(Chars chars, int start) {
        this.chars = chars;
        this.start = start;
    }

    Step step() {
        int bracket = chars.offset();
        chars.take('[');
        chars.skipBlanks();
        chars.refusePlaceholder();
        int c = chars.peek();
        return switch (c) {
            case '\'', '"' -> names((char) c);
            case '*' -> {
                chars.take('*');
                close(bracket);
                yield new Step.Wildcard(chars.spanFrom(start));
            }
            case '?' -> filter(bracket);
            case '(' -> script(bracket);
            case Chars.END -> throw unclosed(bracket);
            default -> {
                if (c == '-' || c == ':' || Character.isDigit(c)) {
                    yield numbers(bracket);
                }
                throw chars.fault(
                        "is not a path: a name in quotes, a number, \"*\" or a filter is expected here", null);
            }
        };
    }

    private void close(int bracket) {
        chars.skipBlanks();
        if (!chars.take(']')) {
            throw chars.atEnd() ? unclosed(bracket) : chars.fault("is not a path: \"]\" is expected here", null);
        }
    }

    private ExpressionFault unclosed(int bracket) {
        return chars.fault(bracket, bracket + 1, "is not a path: the bracket is not closed", null);
    }

    private Step names(char quote) {
        List<String> names = new ArrayList<>();
        boolean more = true;
        while (more) {
            int open = chars.offset();
            if (!chars.take(quote)) {
                throw chars.fault("is not a path: a name in " + quote + " is expected here", null);
            }
            int closing = chars.indexOfUnescaped(quote, open + 1);
            if (closing == Chars.END) {
                throw chars.fault(open, open + 1, "is not a path: the name is not closed by " + quote, null);
            }
            names.add(Unescape.name(chars.slice(open + 1, closing), quote));
            chars.moveTo(closing + 1);
            chars.skipBlanks();
            more = chars.take(',');
            chars.skipBlanks();
        }
        if (!chars.take(']')) {
            throw chars.fault("is not a path: a comma or \"]\" is expected here", null);
        }
        return names.size() == 1
                ? new Step.Name(names.get(0), chars.spanFrom(start))
                : new Step.Names(names, chars.spanFrom(start));
    }

    private Step numbers(int bracket) {
        int from = chars.offset();
        int closing = chars.indexOf(']');
        if (closing == Chars.END) {
            throw unclosed(bracket);
        }
        String content = chars.slice(from, closing).strip();
        Step step = content.indexOf(':') >= 0 ? slice(content, closing) : indexes(content, closing);
        if (step == null) {
            throw chars.fault(from, closing, "is not a path: indexes or a slice are expected in the bracket", null);
        }
        chars.moveTo(closing + 1);
        return step;
    }

    // A third number, the step of a slice elsewhere, is ignored: json-path ignores it too.
    private @Nullable Step slice(String content, int closing) {
        Matcher slice = SLICE.matcher(content);
        if (!slice.matches()) {
            return null;
        }
        Integer from = number(slice.group(1));
        Integer to = number(slice.group(2));
        boolean incomplete = (from == null && !slice.group(1).isEmpty())
                || (to == null && !slice.group(2).isEmpty());
        return incomplete || (from == null && to == null)
                ? null
                : new Step.Slice(from, to, new Span(start, closing + 1));
    }

    private @Nullable Step indexes(String content, int closing) {
        Span span = new Span(start, closing + 1);
        List<Integer> indexes = new ArrayList<>();
        for (String each : content.split(",", -1)) {
            Integer index = number(each.strip());
            if (index == null) {
                return null;
            }
            indexes.add(index);
        }
        return indexes.size() == 1 ? new Step.Index(indexes.get(0), span) : new Step.Indexes(indexes, span);
    }

    private static @Nullable Integer number(String text) {
        try {
            return INDEX.matcher(text).matches() ? Integer.valueOf(text) : null;
        } catch (NumberFormatException tooLarge) {
            return null;
        }
    }

    private Step filter(int bracket) {
        chars.take('?');
        chars.skipBlanks();
        if (chars.peek() != '(') {
            throw chars.fault("is not a path: a filter is written [?(...)]", null);
        }
        FilterExpression expression = new FilterReader(chars).expression();
        close(bracket);
        return new Step.Filter(expression, chars.spanFrom(start));
    }

    // Nothing evaluates the script, so nothing of it is checked but its parentheses.
    private Step script(int bracket) {
        int from = chars.offset();
        int open = 0;
        do {
            if (chars.atEnd()) {
                throw unclosed(bracket);
            }
            open += chars.peek() == '(' ? 1 : chars.peek() == ')' ? -1 : 0;
            chars.moveTo(chars.offset() + 1);
        } while (open > 0);
        String script = chars.slice(from + 1, chars.offset() - 1);
        close(bracket);
        return new Step.Script(script, chars.spanFrom(start));
    }
}
