package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.json.Placeholder;
import dev.asl4j.compiler.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of placeholders that have no value. They are not part of the language; AWS takes them literally. */
final class Substitutions {

    private Substitutions() {}

    /** Whether a string has any. */
    static boolean in(JsonString string) {
        return !string.placeholders().isEmpty();
    }

    /** Refuses a placeholder where the value decides what the definition is; whether there was one. */
    static boolean refused(JsonString string, Diagnostics diagnostics) {
        String hint = "the compiler has to know this value";
        return report(Code.UNRESOLVED_SUBSTITUTION, string, hint, diagnostics) != null;
    }

    /**
     * Warns of a placeholder in a value that the state needs when it runs, and postpones the fault; whether there was one. What could
     * be read of the state without the value is of no use then.
     */
    static boolean postponed(JsonString string, Diagnostics diagnostics) {
        Placeholder placeholder =
                report(Code.MISSING_SUBSTITUTION, string, "the state fails when it is reached", diagnostics);
        if (placeholder == null) {
            return false;
        }
        Location location = string.locationOf(placeholder.from(), placeholder.to());
        diagnostics.postpone("The placeholder '" + Quotes.plain(placeholder.toString()) + "' at "
                + Words.place(location) + " has no value");
        return true;
    }

    /** The same for a value that may be no string at all, such as a number written as <code>"${limit}"</code>. */
    static boolean postponedIfString(JsonValue value, Diagnostics diagnostics) {
        JsonString string = Values.as(JsonString.class, value);
        return string != null && postponed(string, diagnostics);
    }

    /** Warns of a placeholder in text that is taken as it is. */
    static void warn(JsonString string, Diagnostics diagnostics) {
        report(Code.LITERAL_SUBSTITUTION, string, "it is taken literally", diagnostics);
    }

    /** Warns of a placeholder without which a field has no effect; whether there was one. */
    static boolean ignored(JsonString string, String consequence, Diagnostics diagnostics) {
        return report(Code.MISSING_SUBSTITUTION, string, consequence, diagnostics) != null;
    }

    private static @Nullable Placeholder report(Code code, JsonString string, String hint, Diagnostics diagnostics) {
        List<Placeholder> placeholders = string.placeholders();
        if (placeholders.isEmpty()) {
            return null;
        }
        Placeholder first = placeholders.get(0);
        if (string.isBare()) {
            return first;
        }
        String message = "the placeholder " + Quotes.quote(first.toString()) + " has no value";
        diagnostics.report(code, string.part(first.from(), first.to()), message, hint);
        return first;
    }
}
