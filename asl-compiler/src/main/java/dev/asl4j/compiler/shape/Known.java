package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.Path;
import dev.asl4j.compiler.expression.Root;
import dev.asl4j.compiler.expression.StatesMember;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the names stand for that a field of a state can read.
 *
 * @param document what {@code $} is in a path
 * @param context the context object
 * @param variables those of the state machine that have a value on some way here; one that may have none may be missing
 * @param states the members of {@code $states} that are there besides the context
 */
public record Known(Shape document, Shape context, Map<String, Shape> variables, Map<StatesMember, Shape> states) {
    public Known {
        EnumMap<StatesMember, Shape> copy = new EnumMap<>(StatesMember.class);
        copy.putAll(states);
        states = Collections.unmodifiableMap(copy);
    }

    /** Of a state in JSONata. */
    public static Known queries(Shape input, Shape context, Map<String, Shape> variables) {
        Map<StatesMember, Shape> states = new EnumMap<>(StatesMember.class);
        states.put(StatesMember.INPUT, input);
        states.put(StatesMember.CONTEXT, context);
        return new Known(Shape.ANYTHING, context, variables, states);
    }

    /** Of a state in JSONPath. */
    public static Known paths(Shape document, Shape context, Map<String, Shape> variables) {
        return new Known(document, context, variables, new EnumMap<>(StatesMember.class));
    }

    /** The same with another document. */
    public Known with(Shape other) {
        return new Known(other, context, variables, states);
    }

    /** The same with another context object. */
    public Known withContext(Shape other) {
        Map<StatesMember, Shape> more = new EnumMap<>(StatesMember.class);
        more.putAll(states);
        more.replace(StatesMember.CONTEXT, other);
        return new Known(document, other, variables, more);
    }

    /** The same with a member of {@code $states}. */
    public Known with(StatesMember member, Shape shape) {
        Map<StatesMember, Shape> more = new EnumMap<>(StatesMember.class);
        more.putAll(states);
        more.put(member, shape);
        return new Known(document, context, variables, more);
    }

    /** What a path selects. */
    public Selected select(Path path) {
        return Selected.of(path, path.root().accept(new Roots()));
    }

    private final class Roots implements Root.Visitor<Shape> {
        @Override
        public Shape document() {
            return document;
        }

        @Override
        public Shape context() {
            return context;
        }

        @Override
        public Shape variable(String name) {
            return variables.getOrDefault(name, Shape.ANYTHING);
        }

        @Override
        public Shape current() {
            return Shape.ANYTHING;
        }
    }
}
