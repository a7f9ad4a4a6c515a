package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSONPath as the json-path library does, since AWS uses it: {@code $.[0]} is a path, a filter may compare with a word
 * without quotes, blanks at the end do not count. Where the library takes something by mistake that cannot be meant (one character
 * of any kind behind the last bracket, an exclamation mark that it drops) the path is refused; the tests list all differences.
 */
public final class PathParser {

    /** A path that lacks its dollar sign. */
    private static final Pattern BARE_PATH = Pattern.compile("[A-Za-z_][\\w-]*(?:[.\\[][\\w\\-.\\[\\]'*]+)?");

    private PathParser() {}

    /** A path. Returns null for what is not one, which was reported then. */
    public static @Nullable Path path(JsonString source, Diagnostics diagnostics) {
        try {
            return parse(source.value());
        } catch (ExpressionFault fault) {
            fault.report(source, diagnostics);
            return null;
        }
    }

    /** A path of names and single indexes. Returns null for what is not one, which was reported then. */
    public static @Nullable Path reference(JsonString source, Diagnostics diagnostics) {
        Path path = path(source, diagnostics);
        if (path == null || path.isReference()) {
            return path;
        }
        for (Step step : path.steps()) {
            if (!step.single()) {
                Span span = step.span();
                String written = source.value().substring(span.start(), span.end());
                String message = Quotes.quote(path.text()) + " is not a reference path: " + Quotes.quote(written)
                        + " does not name one place";
                String hint = "a reference path has only names and single indexes, as in $.orders[0].id";
                diagnostics.report(Code.BAD_REFERENCE_PATH, source.part(span.start(), span.end()), message, hint);
                break;
            }
        }
        return null;
    }

    /** A reference path into the document, where a result is written. Returns null for what is not one, which was reported then. */
    public static @Nullable Path resultPath(JsonString source, Diagnostics diagnostics) {
        Path path = reference(source, diagnostics);
        if (path == null || path.root().equals(new Root.Document())) {
            return path;
        }
        int end = path.root().text().length();
        String message = "a result cannot be written to " + Quotes.quote(path.text());
        diagnostics.report(Code.BAD_REFERENCE_PATH, source.part(0, end), message, "the path must start with \"$\"");
        return null;
    }

    /** Whether a text is a path. */
    public static boolean isPath(String text) {
        try {
            parse(text);
            return true;
        } catch (ExpressionFault fault) {
            return false;
        }
    }

    static Path parse(String text) {
        Chars chars = new Chars(text);
        Path path = read(chars, StepReader.Mode.WHOLE);
        if (!chars.atEnd()) {
            throw chars.fault("is not a path: unexpected characters follow the path", null);
        }
        return path;
    }

    /** Reads a path that starts at the next character and ends where its mode says. */
    static Path read(Chars chars, StepReader.Mode mode) {
        int start = chars.offset();
        Root root = root(chars, mode);
        List<Step> steps = new StepReader(chars, mode).steps();
        return new Path(root, steps, chars.since(start), chars.spanFrom(start));
    }

    private static Root root(Chars chars, StepReader.Mode mode) {
        chars.refusePlaceholder();
        if (mode == StepReader.Mode.FILTER && chars.take('@')) {
            return new Root.Current();
        }
        if (!chars.take('$')) {
            String hint = mode == StepReader.Mode.WHOLE ? dollarHint(chars.rest()) : null;
            throw chars.fault("is not a path: it does not start with \"$\"", hint);
        }
        if (mode == StepReader.Mode.FILTER) {
            return new Root.Document();
        }
        if (chars.take('$')) {
            return new Root.Context();
        }
        int start = chars.offset();
        while (Character.isUnicodeIdentifierPart(chars.peek()) && !Character.isIdentifierIgnorable(chars.peek())) {
            chars.moveTo(chars.offset() + 1);
        }
        return chars.offset() == start ? new Root.Document() : new Root.Variable(chars.since(start));
    }

    /** The hint for a text that looks like a path without its dollar sign; null for others. */
    static @Nullable String dollarHint(String text) {
        return BARE_PATH.matcher(text).matches() ? "did you mean " + Quotes.quote("$." + text) + "?" : null;
    }
}
