package dev.asl4j.compiler.types;

import static dev.asl4j.compiler.types.ValueType.ARRAY;
import static dev.asl4j.compiler.types.ValueType.BOOLEAN;
import static dev.asl4j.compiler.types.ValueType.FUNCTION;
import static dev.asl4j.compiler.types.ValueType.NULL;
import static dev.asl4j.compiler.types.ValueType.NUMBER;
import static dev.asl4j.compiler.types.ValueType.OBJECT;
import static dev.asl4j.compiler.types.ValueType.STRING;
import static dev.asl4j.compiler.types.ValueType.UNDEFINED;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataOperator;
import dev.asl4j.compiler.expression.JsonataPath;
import dev.asl4j.compiler.expression.JsonataVisitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// Above 300 lines: one method for each kind of node.
// Size: a method for each kind of node, which share what is known of names.

/**
 * Infers the types of what an expression gives, and finds its parts that can only fail. What a path selects is not known: it is a
 * sequence, which turns into its only element, or into nothing.
 */
public final class ExpressionTypes implements JsonataVisitor<ValueTypes> {

    private static final String STATES = "states";

    private final Names names;
    private final BoundNames bound;
    private final Operators operators;
    private final Map<String, ValueTypes> locals = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private ExpressionTypes(Names names, BoundNames bound) {
        this.names = names;
        this.bound = bound;
        this.operators = new Operators(faults);
    }

    /**
     * What there is to say of an expression.
     *
     * @param types of its value; none: it only fails
     * @param faults the parts that fail whenever they are evaluated
     */
    public record Inferred(ValueTypes types, List<Fault> faults) {

        /** Copies the list. */
        public Inferred {
            faults = List.copyOf(faults);
        }
    }

    /** Looks through an expression. */
    public static Inferred of(JsonataExpression expression, Names names) {
        return of(expression.root(), names);
    }

    static Inferred of(JsonataNode root, Names names) {
        ExpressionTypes types = new ExpressionTypes(names, BoundNames.of(root));
        return new Inferred(types.of(root), types.faults);
    }

    private ValueTypes of(JsonataNode node) {
        return node.accept(this);
    }

    private ValueTypes of(@Nullable JsonataNode... nodes) {
        for (JsonataNode node : nodes) {
            if (node != null) {
                of(node);
            }
        }
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes text(JsonataLeaf.Text node) {
        return ValueTypes.of(STRING);
    }

    @Override
    public ValueTypes number(JsonataLeaf.Numeric node) {
        return ValueTypes.of(NUMBER);
    }

    @Override
    public ValueTypes constant(JsonataLeaf.Constant node) {
        return switch (node.word()) {
            case TRUE, FALSE -> ValueTypes.of(BOOLEAN);
            case NULL -> ValueTypes.of(NULL);
        };
    }

    @Override
    public ValueTypes regex(JsonataLeaf.Regex node) {
        return ValueTypes.of(FUNCTION);
    }

    @Override
    public ValueTypes name(JsonataLeaf.Name node) {
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes variable(JsonataLeaf.Variable node) {
        String name = node.name();
        ValueTypes local = locals.get(name);
        if (local != null) {
            return local;
        }
        if (bound.binds(name) || name.isEmpty() || name.equals("$")) {
            return ValueTypes.ALL;
        }
        if (name.equals(STATES)) {
            return names.states(List.of());
        }
        ValueTypes variable = names.variable(name);
        return variable != null ? variable : builtIn(node) == null ? ValueTypes.ALL : ValueTypes.of(FUNCTION);
    }

    /** The function that a name stands for; null if it is not known to be one, as for variables that hide one. */
    private BuiltIns.@Nullable Function builtIn(JsonataNode node) {
        String name = node.variableName();
        return name == null || bound.binds(name) || names.variable(name) != null ? null : BuiltIns.of(name);
    }

    @Override
    public ValueTypes axis(JsonataLeaf.Axis node) {
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes hole(JsonataLeaf.Hole node) {
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes placeholder(JsonataLeaf.Placeholder node) {
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes map(JsonataPath.Map node) {
        List<String> path = statesPath(node);
        return path == null ? of(node.source(), node.step()) : names.states(path);
    }

    /** The names that lead from {@code $states} to a value; null if they do not, or not by names alone. */
    private @Nullable List<String> statesPath(JsonataPath.Map node) {
        List<String> path = new ArrayList<>();
        JsonataNode source = node;
        while (source instanceof JsonataPath.Map step
                && step.step() instanceof JsonataLeaf leaf
                && leaf.stepName() != null) {
            path.add(leaf.stepName());
            source = step.source();
        }
        if (!STATES.equals(source.variableName()) || bound.binds(STATES)) {
            return null;
        }
        Collections.reverse(path);
        return path;
    }

    @Override
    public ValueTypes filter(JsonataPath.Filter node) {
        return of(node.source(), node.predicate());
    }

    @Override
    public ValueTypes keepArray(JsonataPath.KeepArray node) {
        of(node.source());
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes sort(JsonataPath.Sort node) {
        of(node.source());
        node.terms().forEach(term -> of(term.value()));
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes group(JsonataPath.Group node) {
        of(node.source());
        node.pairs().forEach(pair -> of(pair.key(), pair.value()));
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes binding(JsonataPath.Binding node) {
        of(node.source());
        return ValueTypes.ALL;
    }

    @Override
    public ValueTypes negation(JsonataNode.Negation node) {
        return operators.negation(node, of(node.operand()));
    }

    @Override
    public ValueTypes binary(JsonataNode.Binary node) {
        if (node.operator() == JsonataOperator.APPLY) {
            return application(node);
        }
        ValueTypes left = of(node.left());
        return operators.binary(node, left, of(node.right()));
    }

    /** The value on the left is the first argument of the call on the right. */
    private ValueTypes application(JsonataNode.Binary node) {
        ValueTypes first = of(node.left());
        if (node.right() instanceof JsonataNode.Call call) {
            return called(call, first);
        }
        BuiltIns.Function builtIn = builtIn(node.right());
        ValueTypes function = of(node.right());
        if (first.isNone() || function.isNone()) {
            return ValueTypes.NONE;
        }
        if (!function.has(FUNCTION)) {
            return operators.notAFunction(node.right(), function, "the right side of \"~>\"");
        }
        if (builtIn == null || first.has(FUNCTION)) {
            return ValueTypes.ALL;
        }
        return operators.call(builtIn, node.span(), List.of(node.left()), List.of(first));
    }

    @Override
    public ValueTypes array(JsonataNode.ArrayOf node) {
        boolean fails = false;
        for (JsonataNode element : node.elements()) {
            fails |= of(element).isNone();
        }
        return fails ? ValueTypes.NONE : ValueTypes.of(ARRAY);
    }

    @Override
    public ValueTypes range(JsonataNode.Range node) {
        ValueTypes from = of(node.from());
        return operators.range(node, from, of(node.to()));
    }

    @Override
    public ValueTypes object(JsonataNode.ObjectOf node) {
        boolean fails = false;
        for (JsonataNode.Pair pair : node.pairs()) {
            ValueTypes key = of(pair.key());
            ValueTypes value = of(pair.value());
            boolean always = key.equals(ValueTypes.of(STRING));
            fails |= operators.key(pair.key(), key).isNone() || (always && value.isNone());
        }
        return fails ? ValueTypes.NONE : ValueTypes.of(OBJECT);
    }

    @Override
    public ValueTypes conditional(JsonataNode.Conditional node) {
        ValueTypes condition = of(node.condition());
        ValueTypes then = of(node.then());
        JsonataNode otherwise = node.otherwise();
        ValueTypes value = then.or(otherwise == null ? ValueTypes.of(UNDEFINED) : of(otherwise));
        return condition.isNone() ? ValueTypes.NONE : value;
    }

    @Override
    public ValueTypes block(JsonataNode.Block node) {
        List<String> known = new ArrayList<>();
        boolean fails = false;
        ValueTypes value = ValueTypes.of(UNDEFINED);
        for (JsonataNode statement : node.expressions()) {
            value = of(statement);
            fails |= value.isNone();
            if (statement instanceof JsonataNode.Assignment assignment) {
                String name = assignment.variable().name();
                if (bound.bindsOnce(name)) {
                    locals.put(name, value);
                    known.add(name);
                }
            }
        }
        known.forEach(locals::remove);
        return fails ? ValueTypes.NONE : value;
    }

    @Override
    public ValueTypes assignment(JsonataNode.Assignment node) {
        return of(node.value());
    }

    @Override
    public ValueTypes call(JsonataNode.Call node) {
        return called(node, null);
    }

    private ValueTypes called(JsonataNode.Call node, @Nullable ValueTypes first) {
        List<ValueTypes> arguments = new ArrayList<>();
        if (first != null) {
            arguments.add(first);
        }
        boolean partial = false;
        for (JsonataNode argument : node.arguments()) {
            arguments.add(of(argument));
            partial |= argument instanceof JsonataLeaf.Hole;
        }
        BuiltIns.Function builtIn = builtIn(node.function());
        ValueTypes function = of(node.function());
        if (function.isNone() || arguments.stream().anyMatch(ValueTypes::isNone)) {
            return ValueTypes.NONE;
        }
        if (!function.has(FUNCTION) && node.function().variableName() == null) {
            return operators.notAFunction(node.function(), function, "what is called");
        }
        if (partial || builtIn == null) {
            return ValueTypes.ALL;
        }
        List<JsonataNode> given = new ArrayList<>(node.arguments());
        if (first != null) {
            given.add(0, node.function());
        }
        return operators.call(builtIn, node.span(), given, arguments);
    }

    @Override
    public ValueTypes lambda(JsonataNode.Lambda node) {
        of(node.body());
        return ValueTypes.of(FUNCTION);
    }

    @Override
    public ValueTypes transform(JsonataNode.Transform node) {
        of(node.pattern(), node.update(), node.delete());
        return ValueTypes.of(FUNCTION);
    }
}
