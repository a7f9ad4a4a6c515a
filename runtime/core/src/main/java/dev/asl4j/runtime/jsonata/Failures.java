package dev.asl4j.runtime.jsonata;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.asl4j.runtime.data.Json;
import dev.asl4j.runtime.error.StateFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the library throws, in AWS's words: the library's catalogue of texts differs, and it leaves places unfilled. */
final class Failures {
    private static final Pattern CODED = Pattern.compile("([A-Z]\\d{4}): (.*)", Pattern.DOTALL);

    private Failures() {}

    /**
     * The value of an expression whose evaluation threw: the library refuses numbers that are not finite, which AWS gives
     * as texts.
     *
     * @param evaluation null if the expression could not be parsed
     * @throws EvaluationException for everything else
     */
    static JsonNode valueOf(RuntimeException thrown, @Nullable Evaluation evaluation) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                throw EvaluationException.of(fault.code(), fault.text());
            } else if (cause instanceof StateFailure failure) {
                throw failure;
            } else if (cause instanceof JException error) {
                return valueOf(error, evaluation);
            }
        }
        Throwable first = thrown;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String message = first.getMessage() == null ? first.toString() : first.getMessage();
        String coded = ErrorTexts.recognized(message);
        throw coded == null
                ? EvaluationException.of(null, message)
                : EvaluationException.of(coded.substring(0, 5), coded.substring(6));
    }

    private static JsonNode valueOf(JException error, @Nullable Evaluation evaluation) {
        String code = error.getError() == null ? "" : error.getError();
        Object current = error.getCurrent();
        if (code.equals("D1001")
                && evaluation != null
                && evaluation.isOutermost()
                && current instanceof Number number
                && Double.isInfinite(number.doubleValue())) {
            return TextNode.valueOf(number.doubleValue() > 0 ? "Infinity" : "-Infinity");
        }
        Matcher coded = CODED.matcher(code);
        if (coded.matches()) {
            throw EvaluationException.of(coded.group(1), coded.group(2));
        }
        String operator = evaluation == null ? null : evaluation.operator();
        String text = ErrorTexts.of(code, insert -> insert(insert, code, error, operator));
        throw text == null ? EvaluationException.of(null, code) : EvaluationException.of(code, text);
    }

    /** What stands for a place in a text. The library keeps two values, which mean something else for each code. */
    private static String insert(String name, String code, JException error, @Nullable String operator) {
        Object current = error.getCurrent();
        Object expected = error.getExpected();
        return switch (code) {
            case "T0410" -> name.equals("index") ? String.valueOf(current) : function(expected);
            case "D3100" -> String.valueOf(error.getLocation()); // where the library puts the value
            case "T0411" -> name.equals("index") ? String.valueOf(expected) : json(operator);
            case "T2001", "T2002", "T2010" -> json(current);
            case "D1002" -> json(expected);
            case "T2009" ->
                switch (name) {
                    case "value" -> json(current);
                    case "value2" -> json(expected);
                    default -> json(operator);
                };
            case "T1005", "T1007", "D3137", "D3141" -> String.valueOf(current);
            default -> json(name.equals("value2") || name.equals("exp") ? expected : current);
        };
    }

    /** The library makes names up for functions without one. */
    private static String function(@Nullable Object name) {
        String given = String.valueOf(name);
        return given.equals("lambda") || given.startsWith("com.dashjoin") ? "undefined" : json(name);
    }

    private static String json(@Nullable Object value) {
        try {
            return value == null ? "undefined" : Json.write(Results.frozen(value));
        } catch (EvaluationException e) {
            return "undefined"; // a function, as ECMAScript shows it
        }
    }
}
