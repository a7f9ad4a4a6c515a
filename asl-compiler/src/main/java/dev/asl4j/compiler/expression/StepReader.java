package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a path. */
final class StepReader {

    /** The longest path: nested calls in the generated code, and the recursion of the Java compiler, grow with it. */
    private static final int MAX_STEPS = 256;

    /** Where a path stands, which decides where it ends. */
    enum Mode {
        /** The path is the whole string. */
        WHOLE(""),
        /** The path is an argument. */
        ARGUMENT(",) \t\r\n"),
        /** The path is part of a filter. */
        FILTER("<>=~!) ");

        private final String stops;

        Mode(String stops) {
            this.stops = stops;
        }

        boolean stopsAt(int c) {
            return c == Chars.END || stops.indexOf(c) >= 0;
        }
    }

    private final Chars chars;
    private final Mode mode;
    private final List<Step> steps = new ArrayList<>();

    StepReader(Chars chars, Mode mode) {
        this.chars = chars;
        this.mode = mode;
    }

    List<Step> steps() {
        boolean open = true;
        while (open && !mode.stopsAt(chars.peek())) {
            if (steps.size() >= MAX_STEPS) {
                throw chars.fault("is not a path: it has more than " + MAX_STEPS + " steps", null);
            }
            int start = chars.offset();
            switch (chars.peek()) {
                case '[' -> steps.add(new BracketReader(chars, start).step());
                case '.' -> open = afterDot(start);
                default -> throw chars.fault("is not a path: \".\" or \"[\" is expected here", quoteHint());
            }
        }
        return steps;
    }

    private @Nullable String quoteHint() {
        return chars.peek() == ' ' ? "a name with blanks is written ['my name']" : null;
    }

    /** Reads a step that starts with a dot; returns whether the path may go on. */
    private boolean afterDot(int start) {
        chars.take('.');
        boolean descends = chars.take('.');
        if (descends) {
            steps.add(new Step.Descendants(chars.spanFrom(start)));
        }
        int next = chars.offset();
        int first = descends ? next : start;
        return switch (chars.peek()) {
            case '[' -> {
                steps.add(new BracketReader(chars, first).step());
                yield true;
            }
            case '*' -> {
                chars.take('*');
                steps.add(new Step.Wildcard(chars.spanFrom(first)));
                yield true;
            }
            default -> {
                String name = name();
                if (chars.peek() == '(') {
                    steps.add(function(first, next, descends));
                    yield false;
                }
                steps.add(new Step.Name(name, chars.spanFrom(first)));
                yield true;
            }
        };
    }

    /**
     * Reads a name: up to the next dot, bracket or parenthesis. A backslash takes the sign after it as part of the name, but not in
     * filters.
     */
    private String name() {
        int start = chars.offset();
        StringBuilder name = new StringBuilder();
        for (int c = chars.peek(); c != '.' && c != '[' && c != '(' && !mode.stopsAt(c); c = chars.peek()) {
            chars.refusePlaceholder();
            if (c == ' ') {
                throw chars.fault("is not a path: a blank stands in a name", "write the name as ['my name']");
            }
            if (mode == Mode.FILTER && ("/'\"".indexOf(c) >= 0 || chars.startsWith("&&") || chars.startsWith("||"))) {
                throw chars.fault("is not a path: a blank is missing before this in the filter", null);
            }
            boolean escape = c == '\\' && isEscapable(chars.peek(1));
            name.append((char) chars.peek(escape ? 1 : 0));
            chars.moveTo(chars.offset() + (escape ? 2 : 1));
        }
        if (chars.offset() == start && chars.peek() != '(') {
            throw chars.fault("is not a path: a name is missing after the dot", null);
        }
        return name.toString();
    }

    private boolean isEscapable(int c) {
        return mode != Mode.FILTER && c != Chars.END && !Character.isLetterOrDigit(c);
    }

    private Step function(int start, int nameStart, boolean descends) {
        String name = chars.since(nameStart);
        PathFunction function = Arrays.stream(PathFunction.values())
                .filter(known -> known.text().equals(name))
                .findFirst()
                .orElse(null);
        if (function == null) {
            List<String> known =
                    Arrays.stream(PathFunction.values()).map(PathFunction::text).toList();
            String message = "is not a path: there is no function " + Quotes.quote(name + "()");
            throw chars.fault(nameStart, chars.offset(), message, Suggestions.didYouMean(name, known));
        }
        if (descends) {
            throw chars.fault(nameStart, chars.offset(), "is not a path: a function cannot follow \"..\"", null);
        }
        chars.take('(');
        List<Operand> arguments = arguments();
        if (mode == Mode.FILTER && !arguments.isEmpty()) {
            throw chars.fault(start, chars.offset(), "is not a path: a function in a filter has no arguments", null);
        }
        if (!mode.stopsAt(chars.peek())) {
            throw chars.fault("is not a path: nothing can follow a function", null);
        }
        return new Step.Function(function, arguments, chars.spanFrom(start));
    }

    private List<Operand> arguments() {
        List<Operand> arguments = new ArrayList<>();
        chars.enter();
        chars.skipWhitespace();
        boolean more = !chars.take(')');
        while (more) {
            arguments.add(argument());
            chars.skipWhitespace();
            more = chars.take(',');
            if (!more && !chars.take(')')) {
                throw chars.fault("is not a path: a comma or \")\" is expected here", null);
            }
            chars.skipWhitespace();
        }
        chars.leave();
        return arguments;
    }

    private Operand argument() {
        return chars.peek() == '$'
                ? new Operand.PathOperand(PathParser.read(chars, Mode.ARGUMENT))
                : new LiteralReader(chars).json();
    }
}
