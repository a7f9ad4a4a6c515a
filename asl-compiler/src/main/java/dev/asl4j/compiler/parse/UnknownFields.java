package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why a field does not belong to an object: it is of the JSONata dialect, of another place, or misspelled.
 *
 * @param words what the object is: {@code Task state "Ship"}
 * @param known the fields that it has
 * @param jsonata the fields that it has in the JSONata dialect only
 */
record UnknownFields(String words, Set<String> known, Set<String> jsonata, Diagnostics diagnostics) {

    void report(JsonObject.Member member) {
        String field = Quotes.quote(member.name());
        if (jsonata.contains(member.name())) {
            // the words of AWS
            diagnostics.report(
                    Code.FIELD_NOT_SUPPORTED,
                    member,
                    "The QueryLanguage is set to 'JSONPath', but field '" + member.name()
                            + "' is only supported for the 'JSONata' QueryLanguage");
        } else if (Fields.LANGUAGE.contains(member.name())) {
            diagnostics.report(Code.FIELD_NOT_SUPPORTED, member, words + " cannot have the field " + field);
        } else {
            diagnostics.report(
                    Code.UNKNOWN_FIELD,
                    member,
                    words + " has the unknown field " + field,
                    Suggestions.didYouMean(member.name(), known));
        }
    }

    /** The member whose name was most likely meant to be one of the fields; null: none. */
    static JsonObject.@Nullable Member misspelled(Collection<JsonObject.Member> unknown, List<String> fields) {
        for (JsonObject.Member member : unknown) {
            if (!Fields.LANGUAGE.contains(member.name())
                    && !Suggestions.nearest(member.name(), fields).isEmpty()) {
                return member;
            }
        }
        return null;
    }
}
