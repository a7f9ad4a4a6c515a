package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Placeholders such as <code>${Name}</code>, <code>${Function.Arn}</code> or <code>${AWS::Region}</code>, which a deployment tool
 * replaces in a definition. They are not part of the language; AWS takes them literally.
 */
final class Substitutions {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]*}");

    private Substitutions() {}

    /** The first placeholder; null: there is none. */
    static @Nullable String first(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }

    /** Reports a placeholder where the value must be known; whether there was one. */
    static boolean reported(JsonString string, Diagnostics diagnostics) {
        Matcher matcher = PLACEHOLDER.matcher(string.value());
        if (!matcher.find()) {
            return false;
        }
        diagnostics.report(
                Code.UNRESOLVED_SUBSTITUTION,
                string.part(matcher.start(), matcher.end()),
                "the placeholder " + Quotes.quote(matcher.group())
                        + " stands where the value must be known; substitutions are not supported yet");
        return true;
    }

    /** The same for a value that may be no string at all, such as a number written as <code>"${limit}"</code>. */
    static boolean reportedIfString(JsonValue value, Diagnostics diagnostics) {
        JsonString string = Values.as(JsonString.class, value);
        return string != null && reported(string, diagnostics);
    }

    /** Warns of a placeholder in text that is taken as it is. */
    static void warn(JsonString string, Diagnostics diagnostics) {
        Matcher matcher = PLACEHOLDER.matcher(string.value());
        if (matcher.find()) {
            diagnostics.report(
                    Code.LITERAL_SUBSTITUTION,
                    string.part(matcher.start(), matcher.end()),
                    "the placeholder " + Quotes.quote(matcher.group())
                            + " is taken literally; substitutions are not supported yet");
        }
    }
}
