package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonString;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parses the JSONata expressions of states: strings that start with <code>{%</code> and end with <code>%}</code>, nothing before and
 * nothing behind. What AWS refuses when a state machine is created is reported in AWS's words.
 */
public final class JsonataParser {

    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private JsonataParser() {}

    /** Whether a string is an expression. */
    public static boolean isExpression(String text) {
        return text.startsWith(OPEN) && text.endsWith(CLOSE) && text.length() >= OPEN.length() + CLOSE.length();
    }

    /** Whether a string has neither delimiter where it counts, so that it is text. */
    public static boolean isPlain(String text) {
        return !text.startsWith(OPEN) && !text.endsWith(CLOSE);
    }

    /**
     * An expression. Returns null for what is not one, or what AWS refuses, which was reported then.
     *
     * @param allowed what it may read of {@code $states}
     */
    public static @Nullable JsonataExpression expression(
            JsonString source, Set<StatesMember> allowed, Diagnostics diagnostics) {
        String value = source.value();
        if (!isExpression(value)) {
            reportDelimiters(source, diagnostics);
            return null;
        }
        String inner = value.substring(OPEN.length(), value.length() - CLOSE.length());
        String text = inner.strip();
        int start = OPEN.length() + (text.isEmpty() ? 0 : inner.indexOf(text));
        int errors = diagnostics.errorCount();
        try {
            JsonataGrammar grammar = new JsonataGrammar(text);
            JsonataNode root = grammar.expression();
            JsonataReferences reads = JsonataReferences.of(root, allowed);
            reads.faults().forEach(fault -> fault.report(source, start, diagnostics));
            boolean placeholder = grammar.hasPlaceholder();
            return diagnostics.errorCount() == errors
                    ? new JsonataExpression(text, root, reads.found(), reads.members(), placeholder, source, start)
                    : null;
        } catch (ExpressionFault fault) {
            fault.report(source, start, diagnostics);
            return null;
        }
    }

    private static void reportDelimiters(JsonString source, Diagnostics diagnostics) {
        String value = source.value();
        boolean open = value.startsWith(OPEN);
        boolean close = value.endsWith(CLOSE) && !(open && value.length() < OPEN.length() + CLOSE.length());
        String message = Quotes.quote(value) + " is not an expression: it does not "
                + (open ? "end with \"" + CLOSE + "\"" : "start with \"" + OPEN + "\"")
                + (open || close ? "" : " and end with \"" + CLOSE + "\"");
        String stripped = value.strip();
        String hint = !stripped.equals(value) && isExpression(stripped)
                ? "there are blanks before or behind the expression; AWS takes them for text"
                : null;
        diagnostics.report(
                Code.BAD_JSONATA_DELIMITERS,
                source,
                message,
                hint,
                AwsReport.of("JSONata string must start with {% and end with %}", source));
    }

    /**
     * Warns of calls of functions that do not exist: AWS takes them, and the execution fails.
     *
     * @param assigned whether the state machine assigns a variable of that name, for which nothing is reported
     */
    public static void reportUnknownFunctions(
            JsonataExpression expression, Predicate<String> assigned, Diagnostics diagnostics) {
        List<String> names =
                JsonataFunctions.names().stream().map(name -> "$" + name).toList();
        for (JsonataReference call : expression.unknownFunctions(assigned)) {
            String name = "$" + call.name();
            String hint = call.name().equals("eval")
                    ? "AWS leaves $eval out; $parse reads JSON text"
                    : Suggestions.didYouMean(name, names);
            String message = "there is no function " + Quotes.quote(name) + "; the call fails when it is evaluated";
            diagnostics.report(Code.UNKNOWN_JSONATA_FUNCTION, expression.part(call.span()), message, hint);
        }
    }
}
