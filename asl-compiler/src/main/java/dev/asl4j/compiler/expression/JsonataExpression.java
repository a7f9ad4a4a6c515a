package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Subject;
import dev.asl4j.compiler.json.JsonString;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A JSONata expression of a state.
 *
 * @param text what stands between <code>{%</code> and <code>%}</code>, without the blanks around it: messages of AWS quote it
 * @param root the tree; its spans are offsets in the text
 * @param references the variables it reads and does not bind itself, in the order of the text, with repetitions; without
 *     {@code $states}
 * @param members what it reads of {@code $states}; all that may be read there, if it takes the whole
 * @param substituted whether a placeholder such as <code>${Name}</code> stands in it, outside of strings: only once that is filled in
 *     can the expression be evaluated
 * @param source the string it was parsed from
 * @param start where the text starts in the value of the source
 */
public record JsonataExpression(
        String text,
        JsonataNode root,
        List<JsonataReference> references,
        Set<StatesMember> members,
        boolean substituted,
        JsonString source,
        int start) {

    /** Copies the collections. */
    public JsonataExpression {
        references = List.copyOf(references);
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }

    /** The variables of the state machine that it reads, in the order of the text; names of functions that exist are not among them. */
    public Set<String> variables() {
        return variables(name -> false);
    }

    /**
     * The same where the variables in scope are known: one with the name of a function hides the function.
     *
     * @param assigned whether the state machine assigns such a variable
     */
    public Set<String> variables(Predicate<String> assigned) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonataReference reference : references) {
            if (!JsonataFunctions.exist(reference.name()) || assigned.test(reference.name())) {
                names.add(reference.name());
            }
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * The calls of functions that do not exist, each name once.
     *
     * @param assigned whether the state machine assigns such a variable, which may hold no function: AWS lets a variable be called too
     */
    public List<JsonataReference> unknownFunctions(Predicate<String> assigned) {
        Set<String> seen = new LinkedHashSet<>();
        List<JsonataReference> unknown = new ArrayList<>();
        for (JsonataReference reference : references) {
            String name = reference.name();
            if (reference.called() && !JsonataFunctions.exist(name) && !assigned.test(name) && seen.add(name)) {
                unknown.add(reference);
            }
        }
        return unknown;
    }

    /** A part of the text as the subject of a diagnostic. */
    public Subject part(Span span) {
        return source.part(start + span.start(), start + span.end());
    }
}
