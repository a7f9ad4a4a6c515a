package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonArray;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonNumber;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import dev.asl4j.compiler.model.QueryLanguage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a definition field by field. Every getter marks its field as known; {@link #done()} reports what was
 * not asked for, and what was required and is not there. Getters report values of the wrong type and return null for them.
 */
final class ObjectCursor {

    private final JsonObject object;
    private final Subject subject;
    private final String words;
    private final Diagnostics diagnostics;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<List<String>> missing = new ArrayList<>();

    /**
     * @param subject what diagnostics about the object as a whole point to: its field's name, if it is the value of one
     * @param words what the object is, in messages: {@code Task state "Ship"}
     */
    ObjectCursor(JsonObject object, Subject subject, String words, Diagnostics diagnostics) {
        this.object = object;
        this.subject = subject;
        this.words = words;
        this.diagnostics = diagnostics;
    }

    JsonObject object() {
        return object;
    }

    Subject subject() {
        return subject;
    }

    String words() {
        return words;
    }

    /** The field as it stands, of whatever type; null: it is not there. */
    JsonObject.@Nullable Member member(String field) {
        known.add(field);
        return object.member(field);
    }

    boolean has(String field) {
        return member(field) != null;
    }

    /** Asks for a field that must be there. */
    ObjectCursor require(String field) {
        if (!has(field)) {
            missing.add(List.of(field));
        }
        return this;
    }

    /** Asks for one of several fields; reports if none is there, or more than one. Returns the first that is there. */
    @Nullable
    String requireOneOf(String... fields) {
        String first = atMostOneOf(fields);
        if (first == null) {
            missing.add(List.of(fields));
        }
        return first;
    }

    /** Reports if more than one of the fields is there. Returns the first that is. */
    @Nullable
    String atMostOneOf(String... fields) {
        List<JsonObject.Member> present = new ArrayList<>();
        for (String field : fields) {
            JsonObject.Member member = member(field);
            if (member != null) {
                present.add(member);
            }
        }
        if (present.size() > 1) {
            List<JsonObject.Member> asWritten = new ArrayList<>(object.members());
            asWritten.retainAll(present);
            diagnostics.report(
                    Code.CONFLICTING_FIELDS,
                    surplus(present),
                    words + " can have only one of the fields " + Words.all(Words.quoted(asWritten)),
                    null,
                    AwsWords.tooMany(List.of(fields), subject));
        }
        return present.isEmpty() ? null : present.get(0).name();
    }

    /** Of a literal and its path, the path is what was added; else nobody knows which one is too many. */
    private Subject surplus(List<JsonObject.Member> present) {
        for (JsonObject.Member member : present) {
            boolean path = present.stream().anyMatch(other -> member.name().equals(other.name() + "Path"));
            if (path && present.size() == 2) {
                return member;
            }
        }
        return subject;
    }

    @Nullable
    JsonString string(String field) {
        return typed(field, "a string", JsonString.class);
    }

    @Nullable
    JsonObject object(String field) {
        return typed(field, "an object", JsonObject.class);
    }

    @Nullable
    JsonArray array(String field) {
        return typed(field, "an array", JsonArray.class);
    }

    @Nullable
    JsonBoolean bool(String field) {
        JsonObject.Member member = member(field);
        return member != null && isUnresolved(member) ? null : typed(field, "true or false", JsonBoolean.class);
    }

    @Nullable
    String text(String field) {
        JsonString string = string(field);
        return string == null ? null : string.value();
    }

    /** A string that is not empty and has no placeholder, since its value decides something at compile time. */
    @Nullable
    JsonString knownString(String field) {
        JsonString string = filledString(field);
        return string == null || Substitutions.refused(string, diagnostics) ? null : string;
    }

    /** A string that is not empty. */
    @Nullable
    JsonString filledString(String field) {
        JsonString string = string(field);
        if (string != null && string.value().isEmpty()) {
            diagnostics.report(
                    Code.EMPTY_VALUE, string, Quotes.quote(field) + " must not be empty", null, AwsWords.empty(string));
            return null;
        }
        return string;
    }

    /** One of the values of an enumeration. */
    @Nullable
    String oneOf(String field, List<String> values) {
        JsonString string = string(field);
        if (string == null || Substitutions.postponed(string, diagnostics)) {
            return null;
        }
        if (!values.contains(string.value())) {
            Words.reportBadEnum(field, string, values, diagnostics);
            return null;
        }
        return string.value();
    }

    /** A whole number from {@code least} to {@code greatest}. */
    @Nullable
    Long whole(String field, long least, long greatest) {
        JsonNumber number = number(field);
        return number != null && Range.whole(field, least, greatest).holds(number, diagnostics)
                ? (Long) number.whole().orElse(greatest)
                : null;
    }

    /** A number, whole or not, from {@code least} on. */
    @Nullable
    BigDecimal decimal(String field, BigDecimal least, @Nullable BigDecimal greatest) {
        JsonNumber number = number(field);
        return number != null && Range.decimal(field, least, greatest).holds(number, diagnostics)
                ? number.value()
                : null;
    }

    /** A number of any size. */
    @Nullable
    JsonNumber number(String field) {
        JsonObject.Member member = member(field);
        if (member != null && isUnresolved(member)) {
            return null;
        }
        return typed(field, "a number", JsonNumber.class);
    }

    private boolean isUnresolved(JsonObject.Member member) {
        return Substitutions.postponedIfString(member.value(), diagnostics);
    }

    private <T extends JsonValue> @Nullable T typed(String field, String expected, Class<T> type) {
        JsonObject.Member member = member(field);
        if (member == null) {
            return null;
        }
        T value = Values.as(type, member.value());
        if (value == null) {
            Words.reportWrongType(Quotes.quote(field), expected, member.value(), diagnostics);
        }
        return value;
    }

    /** Marks a field as known without reading it. */
    void ignore(String field) {
        known.add(field);
    }

    /** Reads {@code Comment}, which any object may have. */
    @Nullable
    String comment() {
        return text("Comment");
    }

    /** Reports the fields nobody asked for, and the missing ones. */
    void done() {
        done(Fields.Dialects.ALIKE, QueryLanguage.JSONPATH);
    }

    /**
     * Reports the fields nobody asked for, and the missing ones.
     *
     * @param dialects the fields that the object has in one query language only
     * @param language the object's query language
     */
    void done(Fields.Dialects dialects, QueryLanguage language) {
        comment();
        List<JsonObject.Member> unknown = new ArrayList<>();
        for (JsonObject.Member member : object.members()) {
            if (!known.contains(member.name())) {
                unknown.add(member);
            }
        }
        UnknownFields fields =
                new UnknownFields(words, subject, known, dialects.foreignTo(language), language, diagnostics);
        unknown.forEach(fields::report);
        reportMissing(unknown, fields, false);
    }

    /** Reports the missing fields only, for an object of which the other fields cannot be known. */
    void doneWithUnknownKind() {
        List<JsonObject.Member> unknown = new ArrayList<>(object.members());
        unknown.removeIf(member -> known.contains(member.name()));
        reportMissing(
                unknown, new UnknownFields(words, subject, known, Set.of(), QueryLanguage.JSONPATH, diagnostics), true);
    }

    // A misspelled field, or one of the other query language, is one mistake, not one field too many and one too few.
    private void reportMissing(List<JsonObject.Member> unknown, UnknownFields fields, boolean reportMisspelled) {
        List<String> lacking = new ArrayList<>();
        for (List<String> alternatives : missing) {
            JsonObject.Member misspelled = fields.meant(unknown, alternatives);
            if (misspelled != null && reportMisspelled) {
                fields.report(misspelled);
            } else if (misspelled == null && alternatives.size() == 1) {
                lacking.add(alternatives.get(0));
            } else if (misspelled == null) {
                Code code = alternatives.contains("Next") ? Code.MISSING_NEXT : Code.MISSING_FIELD;
                diagnostics.report(
                        code,
                        subject,
                        words + " needs one of the fields " + Words.either(alternatives),
                        null,
                        AwsWords.none(alternatives, subject));
            }
        }
        if (!lacking.isEmpty()) {
            String what = lacking.size() == 1 ? "the field " : "the fields ";
            String quoted = Words.all(lacking.stream().map(Quotes::quote).toList());
            diagnostics.report(
                    Code.MISSING_FIELD,
                    subject,
                    words + " needs " + what + quoted,
                    null,
                    AwsWords.required(lacking, subject));
        }
    }
}
