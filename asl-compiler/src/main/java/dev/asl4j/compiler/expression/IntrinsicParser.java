package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses calls of intrinsic functions (States Language, appendix B): {@code States.Format('{} of {}', $.n, $.total)}. Blanks may stand
 * around arguments. What can never work, whatever the data is, is reported too.
 */
public final class IntrinsicParser {

    /** AWS: "You can nest up to 10 intrinsic functions within a field". */
    private static final int MAX_NESTING = 10;

    private static final Pattern LOOKS_LIKE_CALL = Pattern.compile("[A-Za-z0-9._]+\\(.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private final Chars chars;
    private final List<ExpressionFault> faults = new ArrayList<>();
    private int nesting;

    private IntrinsicParser(String text) {
        this.chars = new Chars(text);
    }

    /** Whether a string is meant as a call: it starts with a name and a parenthesis. */
    public static boolean isCall(String text) {
        return LOOKS_LIKE_CALL.matcher(text).matches();
    }

    /** A call. Returns null for what is not one, or can never work, which was reported then. */
    public static @Nullable IntrinsicCall call(JsonString source, Diagnostics diagnostics) {
        IntrinsicParser parser = new IntrinsicParser(source.value());
        IntrinsicCall call = parser.whole();
        parser.faults.forEach(fault -> fault.report(source, diagnostics));
        return parser.faults.isEmpty() ? call : null;
    }

    private @Nullable IntrinsicCall whole() {
        try {
            IntrinsicCall call = call();
            if (!chars.atEnd()) {
                throw fault("there is text after the call");
            }
            return call;
        } catch (ExpressionFault fault) {
            faults.add(fault);
            return null;
        }
    }

    // Null for a call of a function that does not exist; its arguments are parsed all the same.
    private @Nullable IntrinsicCall call() {
        int start = chars.offset();
        IntrinsicFunction function = function();
        if (++nesting > MAX_NESTING) {
            String message = "nests more than " + MAX_NESTING + " intrinsic functions";
            throw chars.fault(Code.INTRINSIC_TOO_NESTED, start, chars.offset(), message, null);
        }
        if (!chars.take('(')) {
            throw fault("\"(\" is expected here");
        }
        List<@Nullable Argument> arguments = arguments();
        nesting--;
        List<Argument> known = new ArrayList<>();
        for (Argument argument : arguments) {
            if (argument != null) {
                known.add(argument);
            }
        }
        if (function == null) {
            return null;
        }
        IntrinsicCall call = new IntrinsicCall(function, known, chars.since(start), chars.spanFrom(start));
        if (known.size() == arguments.size()) {
            faults.addAll(new IntrinsicRules(call).faults());
        }
        return call;
    }

    private @Nullable IntrinsicFunction function() {
        int start = chars.offset();
        skipName();
        String name = chars.since(start);
        IntrinsicFunction function = IntrinsicFunction.of(name);
        if (function == null) {
            if (name.isEmpty() || chars.peek() != '(') {
                chars.moveTo(start);
                throw fault("a call of an intrinsic function is expected here");
            }
            String hint = Suggestions.didYouMean(name, IntrinsicFunction.names());
            String message = "there is no intrinsic function " + Quotes.quote(name);
            faults.add(new ExpressionFault(Code.UNKNOWN_INTRINSIC, chars.spanFrom(start), message, hint));
        }
        return function;
    }

    private static boolean isNamePart(int c) {
        return c == '.' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private List<@Nullable Argument> arguments() {
        List<@Nullable Argument> arguments = new ArrayList<>();
        chars.skipWhitespace();
        boolean more = !chars.take(')');
        while (more) {
            arguments.add(argument());
            chars.skipWhitespace();
            more = chars.take(',');
            if (!more && !chars.take(')')) {
                throw fault(chars.atEnd() ? "\")\" is missing at the end" : "a comma or \")\" is expected here");
            }
            chars.skipWhitespace();
        }
        return arguments;
    }

    private @Nullable Argument argument() {
        int c = chars.peek();
        return switch (c) {
            case '\'' -> new TextReader(chars).text();
            case '$' -> path();
            case '"' -> throw fault("a text in an intrinsic function is in apostrophes, not in quotation marks");
            case Chars.END -> throw fault("an argument is missing at the end");
            default -> {
                if (c == '-' || Character.isDigit(c)) {
                    yield number();
                }
                yield wordOrCall();
            }
        };
    }

    private @Nullable Argument wordOrCall() {
        int start = chars.offset();
        skipName();
        Span span = chars.spanFrom(start);
        if (chars.peek() == '(' && span.end() > start) {
            chars.moveTo(start);
            return nested();
        }
        return switch (chars.since(start)) {
            case "true" -> new Argument.Bool(true, span);
            case "false" -> new Argument.Bool(false, span);
            case "null" -> new Argument.Null(span);
            default -> {
                String message = "is not a call: an argument is expected here";
                String hint = "texts are in apostrophes, paths start with $";
                throw chars.fault(Code.BAD_INTRINSIC, start, start + 1, message, hint);
            }
        };
    }

    private @Nullable Argument nested() {
        IntrinsicCall call = call();
        if (call == null) {
            return null;
        }
        return new Argument.Nested(call);
    }

    private void skipName() {
        while (isNamePart(chars.peek())) {
            chars.moveTo(chars.offset() + 1);
        }
    }

    private Argument path() {
        return new Argument.PathArgument(PathParser.read(chars, StepReader.Mode.ARGUMENT));
    }

    private Argument number() {
        int start = chars.offset();
        while (isNamePart(chars.peek()) || chars.peek() == '-' || chars.peek() == '+') {
            chars.moveTo(chars.offset() + 1);
        }
        String text = chars.since(start);
        BigDecimal value = NUMBER.matcher(text).matches() ? JsonNumber.parse(text) : null;
        if (value == null) {
            String message = "is not a call: " + Quotes.quote(text) + " is not a number";
            throw chars.fault(Code.BAD_INTRINSIC, start, chars.offset(), message, null);
        }
        return new Argument.Numeric(text, value, new Span(start, chars.offset()));
    }

    private ExpressionFault fault(String message) {
        int end = chars.atEnd() ? chars.offset() : chars.offset() + 1;
        return chars.fault(Code.BAD_INTRINSIC, chars.offset(), end, "is not a call: " + message, null);
    }
}
