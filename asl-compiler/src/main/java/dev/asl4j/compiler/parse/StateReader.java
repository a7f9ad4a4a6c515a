package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.json.JsonBoolean;
import dev.asl4j.compiler.json.JsonObject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.model.Assignment;
import dev.asl4j.compiler.model.Catcher;
import dev.asl4j.compiler.model.DataFlow;
import dev.asl4j.compiler.model.Heading;
import dev.asl4j.compiler.model.PathSetting;
import dev.asl4j.compiler.model.Retrier;
import dev.asl4j.compiler.model.StateReference;
import dev.asl4j.compiler.model.Transition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields that several types of state share. */
record StateReader(FieldReader fields, Heading heading, StateDraft draft, Parsing parsing) {

    ObjectCursor cursor() {
        return fields.cursor();
    }

    Diagnostics diagnostics() {
        return parsing.diagnostics();
    }

    /** The object has the fields of the JSONata dialect. */
    boolean isJsonata() {
        return fields.isJsonata();
    }

    /** {@code Next} or {@code End}; null: there is none that could be read. */
    @Nullable
    Transition transition() {
        ObjectCursor cursor = cursor();
        JsonObject.Member next = cursor.member("Next");
        JsonObject.Member end = cursor.member("End");
        JsonBoolean ends = cursor.bool("End");
        boolean endIsFalse = ends != null && !ends.value();
        if (next != null && end != null && !endIsFalse) {
            diagnostics()
                    .report(
                            Code.CONFLICTING_FIELDS,
                            heading.origin(),
                            cursor.words() + " has both \"Next\" and \"End\"",
                            null,
                            AwsWords.tooMany(List.of("Next", "End"), heading.origin()));
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
                            "\"End\" is false, so " + cursor.words() + " needs the field \"Next\"",
                            null,
                            AwsWords.none(List.of("Next", "End"), heading.origin()));
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
        return target(cursor(), field);
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
        return isJsonata()
                ? new DataFlow.Queries(null, fields.template("Output"))
                : new DataFlow.Paths(setting("InputPath"), null, null, PathSetting.absent(), setting("OutputPath"));
    }

    /** The data flow of a Pass state: its parameters are its result. */
    DataFlow pass() {
        return isJsonata()
                ? new DataFlow.Queries(null, fields.template("Output"))
                : paths(fields.template("Parameters"), null);
    }

    /**
     * The data flow of a Task or Parallel state.
     *
     * @param read a string in the arguments that was read for its own sake
     */
    DataFlow work(@Nullable JsonString read) {
        Template arguments = fields.arguments(read);
        return isJsonata()
                ? new DataFlow.Queries(arguments, output())
                : paths(arguments, fields.template("ResultSelector"));
    }

    /** The data flow of a Map state, which has an item selector in the place of arguments. */
    DataFlow map() {
        return isJsonata() ? new DataFlow.Queries(null, output()) : paths(null, fields.template("ResultSelector"));
    }

    private @Nullable Template output() {
        return fields.template("Output", JsonataFields.AFTER_WORK, null);
    }

    private DataFlow paths(@Nullable Template parameters, @Nullable Template resultSelector) {
        return new DataFlow.Paths(
                setting("InputPath"), parameters, resultSelector, resultPath(fields), setting("OutputPath"));
    }

    /** {@code InputPath}, {@code OutputPath}: a path or null. */
    private PathSetting setting(String field) {
        return fields.expressions().setting(cursor(), field, Expressions.Use.PATH);
    }

    /** {@code ResultPath}: a reference path into the data, or null. */
    PathSetting resultPath(FieldReader inner) {
        return inner.isJsonata()
                ? PathSetting.absent()
                : inner.expressions().setting(inner.cursor(), "ResultPath", Expressions.Use.RESULT_PATH);
    }

    /** {@code Assign} of a state without work. */
    List<Assignment> assign() {
        return draft.assigned(fields.assign(JsonataFields.ANYWHERE));
    }

    /** {@code Assign} of a Task, Parallel or Map state. */
    List<Assignment> assignAfterWork() {
        return draft.assigned(fields.assign(JsonataFields.AFTER_WORK));
    }

    /** {@code Retry}. */
    List<Retrier> retriers() {
        return RetryParser.parse(this);
    }

    /** {@code Catch}. */
    List<Catcher> catchers() {
        return CatchParser.parse(this);
    }

    /** Reports the fields that the state cannot have. */
    void done(Fields.Dialects dialects) {
        cursor().ignore("QueryLanguage");
        fields.done(dialects);
    }
}
