package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.AwsReport;
import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why a field does not belong to an object: it is of the other query language, of another place, or misspelled.
 *
 * @param words what the object is: {@code Task state "Ship"}
 * @param object where it stands
 * @param known the fields that it has
 * @param foreign the fields that it has in the other query language only
 * @param language the query language of the object
 */
record UnknownFields(
        String words,
        Subject object,
        Set<String> known,
        Set<String> foreign,
        QueryLanguage language,
        Diagnostics diagnostics) {

    void report(JsonObject.Member member) {
        String field = Quotes.quote(member.name());
        if (foreign.contains(member.name())) {
            reportForeign(member.name(), member, object, language, diagnostics);
        } else if (Fields.LANGUAGE.contains(member.name())) {
            diagnostics.report(
                    Code.FIELD_NOT_SUPPORTED,
                    member,
                    words + " cannot have the field " + field,
                    null,
                    AwsWords.notSupported(member.name(), object));
        } else {
            diagnostics.report(
                    Code.UNKNOWN_FIELD,
                    member,
                    words + " has the unknown field " + field,
                    Suggestions.didYouMean(member.name(), known),
                    AwsWords.notSupported(member.name(), object));
        }
    }

    /**
     * Reports a field of the other query language.
     *
     * @param place what the diagnostic is to point to
     * @param object what the field is in
     */
    static void reportForeign(
            String field, Subject place, Subject object, QueryLanguage language, Diagnostics diagnostics) {
        QueryLanguage other = language == QueryLanguage.JSONPATH ? QueryLanguage.JSONATA : QueryLanguage.JSONPATH;
        // the words of AWS
        String message = "The QueryLanguage is set to '" + language.text() + "', but field '" + field
                + "' is only supported for the '" + other.text() + "' QueryLanguage";
        diagnostics.report(Code.FIELD_NOT_SUPPORTED, place, message, null, AwsReport.of(message, object));
    }

    /** What the other query language calls a field. */
    private static String counterpart(String field) {
        return switch (field) {
            case "Parameters" -> "Arguments";
            case "Arguments" -> "Parameters";
            default -> field.replaceFirst("Path$", "");
        };
    }

    /** The member that was most likely meant to be one of the fields; null: none. */
    JsonObject.@Nullable Member meant(Collection<JsonObject.Member> unknown, List<String> fields) {
        for (JsonObject.Member member : unknown) {
            String name = member.name();
            boolean spoken = foreign.contains(name) && fields.contains(counterpart(name));
            boolean misspelled = !Fields.LANGUAGE.contains(name)
                    && !Suggestions.nearest(name, fields).isEmpty();
            if (spoken || misspelled) {
                return member;
            }
        }
        return null;
    }
}
