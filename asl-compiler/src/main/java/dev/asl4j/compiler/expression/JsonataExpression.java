package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.json.JsonString;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A JSONata expression of a <code>{% %}</code> string.
 *
 * @param text the expression between the delimiters, without blanks around it, as messages of AWS quote it
 * @param variables names of the state machine variables that it may read, in the order in which they occur; not its own locals, not
 *     functions, not {@code states}
 * @param members what of {@code $states} it may read
 * @param source the string as it is written
 */
public record JsonataExpression(String text, Set<String> variables, Set<StatesMember> members, JsonString source) {

    /** Copies the sets, in their order. */
    public JsonataExpression {
        variables = Collections.unmodifiableSet(new LinkedHashSet<>(variables));
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }
}
