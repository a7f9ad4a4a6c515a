package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.diagnostic.Quotes;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.FailText;
import dev.asl4j.compiler.model.QueryLanguage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a state, or of an object inside a state, that are computed: in the query language of the state.
 *
 * @param location where the object stands in its state, as AWS names it: {@code Catch[1]}; empty: it is the state
 */
record FieldReader(ObjectCursor cursor, String location, QueryLanguage language, Diagnostics diagnostics) {

    /** The fields of an object inside this one. */
    FieldReader inner(ObjectCursor inner, String place) {
        return new FieldReader(inner, at(place), language, diagnostics);
    }

    /** The fields of the object in a field of this one; null: there is no such field, or it holds no object. */
    @Nullable
    FieldReader inner(String field, String words) {
        JsonObject object = cursor.object(field);
        JsonObject.Member member = cursor.member(field);
        return object == null
                ? null
                : inner(new ObjectCursor(object, Objects.requireNonNull(member), words, diagnostics), field);
    }

    boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    Expressions expressions() {
        return new Expressions(diagnostics);
    }

    JsonataFields jsonata() {
        return new JsonataFields(diagnostics);
    }

    /** A field of the object, as AWS names it. */
    String at(String field) {
        return location.isEmpty() ? field : location + "/" + field;
    }

    /** A template in which no more than the state's input and the context object are known to JSONata. */
    @Nullable
    Template template(String field) {
        return template(field, JsonataFields.ANYWHERE, null);
    }

    /**
     * A template; null: there is none, or it cannot be read, which was reported.
     *
     * @param allowed what JSONata may read of {@code $states}
     * @param read a string inside it that was read for its own sake
     */
    @Nullable
    Template template(String field, Set<StatesMember> allowed, @Nullable JsonString read) {
        JsonObject.Member member = cursor.member(field);
        if (member == null) {
            return null;
        }
        return switch (language) {
            case JSONPATH -> expressions().template(member.value(), read);
            case JSONATA -> jsonata().template(member.value(), at(field), allowed, read);
        };
    }

    /** {@code Arguments} or {@code Parameters}, whichever the language has. */
    @Nullable
    Template arguments(@Nullable JsonString read) {
        if (!isJsonata()) {
            return template("Parameters", JsonataFields.ANYWHERE, read);
        }
        JsonObject.Member member = cursor.member("Arguments");
        JsonString text = member == null ? null : Values.as(JsonString.class, member.value());
        if (text != null && !JsonataFields.isMeantAsExpression(text)) {
            if (!Substitutions.postponed(text, diagnostics)) {
                Words.reportWrongType("\"Arguments\"", "JSON or a JSONata expression", text, diagnostics);
            }
            return null;
        }
        return template("Arguments", JsonataFields.ANYWHERE, read);
    }

    /** A whole number: a literal, a path (in the field of the same name with {@code Path} behind it) or an expression. */
    @Nullable
    Amount amount(String field, long least, long greatest) {
        return new AmountParser(this, field).whole(least, greatest);
    }

    /** The same for a number that need not be whole. */
    @Nullable
    Amount fraction(String field, BigDecimal least, BigDecimal greatest) {
        return new AmountParser(this, field).fraction(least, greatest);
    }

    /**
     * An expression in the place of a literal of another type; null: it is none, which was reported.
     *
     * @param literal what the field holds otherwise: {@code a number}
     */
    @Nullable
    JsonataExpression query(String field, String literal, JsonString text) {
        if (JsonataFields.isMeantAsExpression(text)) {
            return jsonata().expression(text, JsonataFields.ANYWHERE);
        }
        if (!Substitutions.postponed(text, diagnostics)) {
            Words.reportWrongType(Quotes.quote(field), literal + " or a JSONata expression", text, diagnostics);
        }
        return null;
    }

    /** {@code Assign}; empty: there is none, or it cannot be read, which was reported. */
    List<Assignment> assign(Set<StatesMember> allowed) {
        return AssignParser.parse(this, allowed);
    }

    /** {@code Error} or {@code Cause} in all their forms. */
    @Nullable
    FailText failText(String field) {
        String first = isJsonata() ? field : cursor.atMostOneOf(field, field + "Path");
        JsonString text = first == null ? null : cursor.string(first);
        if (text == null) {
            return null;
        }
        if (!Objects.equals(first, field)) {
            return expressions().failText(field + "Path", text);
        }
        if (isJsonata() && JsonataFields.isMeantAsExpression(text)) {
            JsonataExpression expression = jsonata().expression(text, JsonataFields.ANYWHERE);
            return expression == null ? null : new FailText.Query(expression, text);
        }
        Substitutions.warn(text, diagnostics);
        return new FailText.Constant(text.value(), text);
    }

    /** Reports the fields that the object cannot have. */
    void done(Fields.Dialects dialects) {
        cursor.done(dialects, language);
    }
}
