package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.source.Location;
import java.util.List;

/** How messages about values are worded. */
final class Words {

    private static final int LONGEST_NUMBER = 40;

    private Words() {}

    /** The names of the fields, each in quotation marks. */
    static List<String> quoted(List<JsonObject.Member> members) {
        return members.stream().map(member -> Quotes.quote(member.name())).toList();
    }

    /** {@code A, B and C}. */
    static String all(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code "A", "B" or "C"}. */
    static String either(List<String> words) {
        return Suggestions.oneOf(words.stream().map(Quotes::quote).toList());
    }

    /** A number as written, unless somebody wrote a thousand digits. */
    static String shortened(String number) {
        return number.length() <= LONGEST_NUMBER ? number : number.substring(0, LONGEST_NUMBER) + "...";
    }

    /** A place as a message of a running execution names it: {@code orders.asl.json:14:15}. */
    static String place(Location location) {
        String path = location.file().path();
        return path.substring(path.lastIndexOf('/') + 1) + ":" + location.start();
    }

    static void reportWrongType(String what, String expected, JsonValue value, Diagnostics diagnostics) {
        diagnostics.report(
                Code.WRONG_TYPE,
                value,
                what + " must be " + expected + ", but is " + value.type().words());
    }

    static void reportBadEnum(String field, JsonString value, List<String> values, Diagnostics diagnostics) {
        diagnostics.report(
                Code.BAD_VALUE,
                value,
                Quotes.quote(field) + " must be " + either(values) + ", but is " + Quotes.quote(value.value()),
                Suggestions.didYouMean(value.value(), values),
                AwsWords.notOneOf(values, value));
    }
}
