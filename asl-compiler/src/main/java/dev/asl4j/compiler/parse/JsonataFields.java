package dev.asl4j.compiler.parse;

import dev.asl4j.compiler.diagnostic.Diagnostics;
import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataParser;
import dev.asl4j.compiler.expression.JsonataTemplateParser;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.expression.Template;
import dev.asl4j.compiler.expression.TemplateQueries;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.json.JsonValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of JSONata states: expressions, and JSON with expressions in it. */
final class JsonataFields {

    /** What every expression may read of {@code $states}. */
    static final Set<StatesMember> ANYWHERE =
            Collections.unmodifiableSet(EnumSet.of(StatesMember.INPUT, StatesMember.CONTEXT));

    /** The same with the result of the work: Output and Assign of Task, Parallel and Map. */
    static final Set<StatesMember> AFTER_WORK =
            Collections.unmodifiableSet(EnumSet.of(StatesMember.INPUT, StatesMember.CONTEXT, StatesMember.RESULT));

    /** The same with the error: Output and Assign of a catcher. */
    static final Set<StatesMember> AFTER_ERROR = Collections.unmodifiableSet(
            EnumSet.of(StatesMember.INPUT, StatesMember.CONTEXT, StatesMember.ERROR_OUTPUT));

    private final Diagnostics diagnostics;

    JsonataFields(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Whether the string has a delimiter of expressions at its start or its end, so that it is one or is wrong. */
    static boolean isMeantAsExpression(JsonString text) {
        return !JsonataParser.isPlain(text.value());
    }

    /**
     * An expression; null: it is none that AWS takes, which was reported.
     *
     * @param allowed what it may read of {@code $states}
     */
    @Nullable
    JsonataExpression expression(JsonString text, Set<StatesMember> allowed) {
        JsonataExpression expression = JsonataParser.expression(text, allowed, diagnostics);
        if (expression != null) {
            unresolved(expression);
        }
        return expression;
    }

    /**
     * A value in which every expression is evaluated; null: it cannot be read, which was reported.
     *
     * @param location the field as AWS names it in messages: {@code Catch[1]/Output}
     * @param allowed what its expressions may read of {@code $states}
     * @param read a string inside it that was read for its own sake, so that its placeholders were reported
     */
    @Nullable
    Template template(JsonValue value, String location, Set<StatesMember> allowed, @Nullable JsonString read) {
        JsonValue known = Placeholders.outsideOfExpressions(value, read, diagnostics);
        Template template = JsonataTemplateParser.parse(known, location, allowed, diagnostics);
        if (template != null) {
            TemplateQueries.of(template).forEach(this::unresolved);
        }
        return template;
    }

    // Inside a string of the expression a placeholder is text; anywhere else its value is part of the program.
    private void unresolved(JsonataExpression expression) {
        if (!expression.substituted() || !Substitutions.postponed(expression.source(), diagnostics)) {
            Substitutions.warn(expression.source(), diagnostics);
        }
    }
}
