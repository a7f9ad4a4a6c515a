package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Amount;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Heading;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.StateReference;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that several types of state share. */
record StateReader(ObjectCursor cursor, Heading heading, StateDraft draft, Expressions expressions, Parsing parsing) {

    Diagnostics diagnostics() {
        return parsing.diagnostics();
    }

    /** {@code Next} or {@code End}; null: there is none that could be read. */
    @Nullable
    Transition transition() {
        JsonObject.Member next = cursor.member("Next");
        JsonObject.Member end = cursor.member("End");
        JsonBoolean ends = cursor.bool("End");
        boolean endIsFalse = ends != null && !ends.value();
        if (next != null && end != null && !endIsFalse) {
            diagnostics()
                    .report(
                            Code.CONFLICTING_FIELDS,
                            heading.origin(),
                            cursor.words() + " has both \"Next\" and \"End\"");
        } else if (next != null) {
            StateReference target = target("Next");
            if (target != null) {
                return new Transition.Next(target);
            }
        } else if (endIsFalse) {
            diagnostics()
                    .report(
                            Code.MISSING_NEXT,
                            Objects.requireNonNull(end),
                            "\"End\" is false, so " + cursor.words() + " needs the field \"Next\"");
        } else if (ends != null) {
            draft.terminal();
            return new Transition.End();
        } else {
            cursor.requireOneOf("Next", "End");
        }
        draft.incomplete();
        return null;
    }

    /** The state that a field names; null: there is no such field, or it cannot be read. */
    @Nullable
    StateReference target(String field) {
        return target(cursor, field);
    }

    /** The same for the field of an object inside the state. */
    @Nullable
    StateReference target(ObjectCursor inner, String field) {
        JsonString name = inner.knownString(field);
        if (name == null) {
            draft.incomplete();
            return null;
        }
        StateReference target = new StateReference(name.value(), name);
        draft.target(target);
        return target;
    }

    /** The data flow of a Choice, Wait or Succeed state. */
    DataFlow inputAndOutput() {
        return new DataFlow.Paths(setting("InputPath"), null, null, PathSetting.absent(), setting("OutputPath"));
    }

    /** The data flow of a state with a result. */
    DataFlow dataFlow(@Nullable Template parameters, @Nullable Template resultSelector) {
        return new DataFlow.Paths(
                setting("InputPath"), parameters, resultSelector, resultPath(cursor), setting("OutputPath"));
    }

    /** {@code InputPath}, {@code OutputPath}: a path or null. */
    private PathSetting setting(String field) {
        return expressions.setting(cursor, field, Expressions.Use.PATH);
    }

    /** {@code ResultPath}: a reference path into the data, or null. */
    PathSetting resultPath(ObjectCursor inner) {
        return expressions.setting(inner, "ResultPath", Expressions.Use.RESULT_PATH);
    }

    /** A payload template; null: there is none, or it cannot be read. */
    @Nullable
    Template template(String field) {
        return template(field, null);
    }

    /** The same; {@code read} is a string inside it that was read for its own sake. */
    @Nullable
    Template template(String field, @Nullable JsonString read) {
        JsonObject.Member member = cursor.member(field);
        return member == null ? null : expressions.template(member.value(), read);
    }

    /** A number as a literal, or as a path in the field of the same name with {@code Path} behind it. */
    @Nullable
    Amount amount(String field, long least, long greatest) {
        String pathField = field + "Path";
        String first = cursor.atMostOneOf(field, pathField);
        Amount amount = null;
        if (field.equals(first)) {
            JsonObject.Member member = Objects.requireNonNull(cursor.member(field));
            Long value = cursor.whole(field, least, greatest);
            amount = value == null ? null : new Amount.Constant(value, member.value());
        } else if (first != null) {
            JsonString text = cursor.string(pathField);
            amount = expressions
                    .path(pathField, text, Expressions.Use.REFERENCE)
                    .map(path -> new Amount.AtPath(path, Objects.requireNonNull(text)))
                    .orElse(null);
        }
        return amount;
    }

    /** {@code Retry}. */
    List<Retrier> retriers() {
        return RetryParser.parse(this);
    }

    /** {@code Catch}. */
    List<Catcher> catchers() {
        return CatchParser.parse(this);
    }

    /** Variables come later. */
    void assign(ObjectCursor inner) {
        JsonObject.Member assign = inner.member("Assign");
        if (assign != null) {
            parsing.notSupportedYet(assign, "\"Assign\"");
        }
    }

    /** Reports the fields that the state cannot have. */
    void done(Set<String> jsonata) {
        cursor.ignore("QueryLanguage");
        cursor.done(jsonata);
    }
}
