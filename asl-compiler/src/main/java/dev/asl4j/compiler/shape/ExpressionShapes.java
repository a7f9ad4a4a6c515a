package dev.asl4j.compiler.shape;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataPath;
import dev.asl4j.compiler.expression.JsonataVisitor;
import dev.asl4j.compiler.expression.StatesMember;
import dev.asl4j.compiler.source.Span;
import dev.asl4j.compiler.types.BoundNames;
import dev.asl4j.compiler.types.ValueType;
import dev.asl4j.compiler.types.ValueTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

// Size: a method for each kind of node, which share what is known of names.
/** The shape of what a JSONata expression gives; whatever is not looked into gives anything. */
final class ExpressionShapes implements JsonataVisitor<Shape> {
    private static final String STATES = "states";

    /** Functions that take nothing for an answer. */
    private static final Set<String> CONTENT =
            Set.of("exists", "not", "boolean", "type", "append", "count", "merge", "map", "filter", "each", "sift");

    private final String text;
    private final Known known;
    private final Origin origin;
    private final BoundNames bound;
    private final Map<String, Shape> locals = new HashMap<>();
    private final List<QueryMiss> misses = new ArrayList<>();
    private Shape context = Shape.ANYTHING;
    private boolean guarded;

    private ExpressionShapes(JsonataExpression expression, Known known, Origin origin) {
        this.text = expression.text();
        this.known = known;
        this.origin = origin;
        this.bound = BoundNames.of(expression.root());
    }

    /**
     * What there is to say of an expression.
     *
     * @param shape of its value, which may be missing
     * @param misses the steps that find nothing
     */
    record Found(Shape shape, List<QueryMiss> misses) {}

    static Found of(JsonataExpression expression, Known known, Origin origin) {
        ExpressionShapes shapes = new ExpressionShapes(expression, known, origin);
        Shape shape = expression.root().accept(shapes);
        return new Found(shape, shapes.misses);
    }

    private Shape of(JsonataNode node) {
        return node.accept(this);
    }

    private Shape guarded(JsonataNode node) {
        return within(true, context, () -> of(node));
    }

    private Shape within(boolean guard, Shape inner, Supplier<Shape> work) {
        boolean outerGuard = guarded;
        Shape outer = context;
        guarded |= guard;
        context = inner;
        Shape shape = work.get();
        guarded = outerGuard;
        context = outer;
        return shape;
    }

    /** Nothing comes of nothing. */
    private static Shape computed(ValueType type, Shape... operands) {
        Shape result = Shape.of(type);
        for (Shape operand : operands) {
            if (operand.isMissing()) {
                return Shape.MISSING;
            }
            result = operand.mayBeMissing() ? result.orMissing() : result;
        }
        return result;
    }

    @Override
    public Shape text(JsonataLeaf.Text node) {
        return Shape.texts(Set.of(node.value()));
    }

    @Override
    public Shape number(JsonataLeaf.Numeric node) {
        return Shape.of(ValueType.NUMBER);
    }

    @Override
    public Shape constant(JsonataLeaf.Constant node) {
        return switch (node.word()) {
            case TRUE, FALSE -> Shape.of(ValueType.BOOLEAN);
            case NULL -> Shape.of(ValueType.NULL);
        };
    }

    @Override
    public Shape regex(JsonataLeaf.Regex node) {
        return Shape.of(ValueType.FUNCTION);
    }

    @Override
    public Shape name(JsonataLeaf.Name node) {
        return step(context, node.value(), node.span(), node.span());
    }

    @Override
    public Shape variable(JsonataLeaf.Variable node) {
        String name = node.name();
        Shape local = locals.get(name);
        if (local != null) {
            return local;
        }
        if (bound.binds(name)) {
            return Shape.ANYTHING;
        }
        if (name.isEmpty()) {
            return context;
        }
        if (name.equals(STATES)) {
            Map<String, Shape> members = new LinkedHashMap<>();
            for (StatesMember member : StatesMember.values()) {
                members.put(member.text(), known.states().getOrDefault(member, Shape.ANYTHING));
            }
            return Shape.object(new ObjectShape(members, null, false));
        }
        return known.variables().getOrDefault(name, Shape.ANYTHING.or(Shape.of(ValueType.FUNCTION)));
    }

    @Override
    public Shape axis(JsonataLeaf.Axis node) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape hole(JsonataLeaf.Hole node) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape placeholder(JsonataLeaf.Placeholder node) {
        return Shape.ANYTHING;
    }

    @Override
    public Shape map(JsonataPath.Map node) {
        Shape source = of(node.source());
        String name = node.step() instanceof JsonataLeaf leaf ? leaf.stepName() : null;
        if (name != null) {
            return step(source, name, node.step().span(), node.span());
        }
        Shape each = within(false, Sequences.elements(source), () -> of(node.step()));
        return source.isMissing() ? Shape.MISSING : isSingle(source) ? each : Sequences.of(each);
    }

    private static boolean isSingle(Shape shape) {
        return shape.array() == null && !shape.mayBeMissing();
    }

    /** The field of that name; of an array those of its elements. */
    private Shape step(Shape source, String name, Span span, Span path) {
        if (source.isMissing() || source.isNever()) {
            return source;
        }
        Shape direct = Taken.field(source.only(ValueTypes.ALL.without(ValueType.ARRAY)), name);
        ArrayShape array = source.array();
        Shape found = direct;
        if (array != null) {
            Shape each = Sequences.field(array.element(), name);
            found = found.or(each.isMissing() || each.isNever() ? Shape.MISSING : Sequences.of(each));
        }
        Shape holder = source.present();
        boolean undescribed = isUndescribed(holder, name);
        if (found.isMissing() || undescribed) {
            String words = text.substring(path.start(), path.end());
            misses.add(new QueryMiss(name, words, span, holder, found.isMissing(), guarded));
        }
        return found;
    }

    private static boolean isUndescribed(Shape holder, String name) {
        ArrayShape array = holder.array();
        List<ObjectShape> objects = new ArrayList<>(holder.objects());
        if (array != null) {
            objects.addAll(array.element().objects());
        }
        return !objects.isEmpty() && objects.stream().allMatch(object -> object.leavesOut(name));
    }

    @Override
    public Shape filter(JsonataPath.Filter node) {
        Shape source = of(node.source());
        Shape elements = Sequences.elements(source);
        within(true, elements, () -> of(node.predicate()));
        if (source.isMissing()) {
            return Shape.MISSING;
        }
        return node.predicate() instanceof JsonataLeaf.Numeric ? elements.orMissing() : Sequences.some(elements);
    }

    @Override
    public Shape keepArray(JsonataPath.KeepArray node) {
        Shape source = of(node.source());
        Shape kept = Shape.array(ArrayShape.of(Sequences.elements(source).present()));
        if (!(node.source() instanceof JsonataPath || node.source() instanceof JsonataLeaf.Name)) {
            kept = kept.or(source.present()); // of what is no path only several values are kept as an array
        }
        return source.isMissing() ? source : source.mayBeMissing() ? kept.orMissing() : kept;
    }

    @Override
    public Shape sort(JsonataPath.Sort node) {
        Shape source = of(node.source());
        Shape elements = Sequences.elements(source);
        node.terms().forEach(term -> within(true, elements, () -> of(term.value())));
        return source.isMissing() ? source : Sequences.some(elements);
    }

    @Override
    public Shape group(JsonataPath.Group node) {
        of(node.source());
        return Shape.of(ValueType.OBJECT, ValueType.UNDEFINED);
    }

    @Override
    public Shape binding(JsonataPath.Binding node) {
        of(node.source());
        return Shape.ANYTHING;
    }

    @Override
    public Shape negation(JsonataNode.Negation node) {
        return computed(ValueType.NUMBER, of(node.operand()));
    }

    @Override
    public Shape binary(JsonataNode.Binary node) {
        return switch (node.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
                computed(ValueType.NUMBER, of(node.left()), of(node.right()));
            case CONCATENATE -> both(node, Shape.of(ValueType.STRING));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                computed(ValueType.BOOLEAN, of(node.left()), of(node.right()));
            case EQUAL, NOT_EQUAL, IN, AND, OR -> {
                guarded(node.left());
                guarded(node.right());
                yield Shape.of(ValueType.BOOLEAN);
            }
            case APPLY ->
                node.right() instanceof JsonataNode.Call call ? call(call, node.left()) : unknown(node.left());
        };
    }

    private Shape both(JsonataNode.Binary node, Shape result) {
        of(node.left());
        of(node.right());
        return result;
    }

    private Shape unknown(JsonataNode node) {
        guarded(node);
        return Shape.ANYTHING;
    }

    /** Nothing is left out, and an array that is computed is poured out. */
    @Override
    public Shape array(JsonataNode.ArrayOf node) {
        List<Shape> elements = new ArrayList<>();
        boolean exact = true;
        for (JsonataNode element : node.elements()) {
            Shape shape = guarded(element);
            boolean whole = element instanceof JsonataNode.ArrayOf || isSingle(shape);
            exact &= whole && !(element instanceof JsonataNode.Range);
            elements.add(whole ? shape : Sequences.elements(shape).present());
        }
        if (exact) {
            return Shape.array(ArrayShape.exactly(elements)).by(origin);
        }
        return Shape.array(ArrayShape.of(elements.stream().reduce(Shape.NEVER, Shape::or)))
                .by(origin);
    }

    @Override
    public Shape range(JsonataNode.Range node) {
        guarded(node.from());
        guarded(node.to());
        return Shape.of(ValueType.NUMBER);
    }

    @Override
    public Shape object(JsonataNode.ObjectOf node) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        boolean known = true;
        for (JsonataNode.Pair pair : node.pairs()) {
            Shape value = within(false, grouped(context), () -> of(pair.value()));
            if (pair.key() instanceof JsonataLeaf.Text key) {
                fields.put(key.value(), value);
            } else {
                of(pair.key());
                known = false;
            }
        }
        return known ? Shape.object(fields).by(origin) : Shape.of(ValueType.OBJECT);
    }

    /** What the values of an object are made from: of an array those of its elements that have the same key, be it one or none. */
    private static Shape grouped(Shape context) {
        return context.array() == null ? context : context.or(Sequences.some(Sequences.elements(context)));
    }

    @Override
    public Shape conditional(JsonataNode.Conditional node) {
        guarded(node.condition());
        Shape then = guarded(node.then());
        return node.otherwise() == null ? then.orMissing() : then.or(guarded(node.otherwise()));
    }

    @Override
    public Shape block(JsonataNode.Block node) {
        Shape last = Shape.MISSING;
        for (JsonataNode expression : node.expressions()) {
            last = of(expression);
        }
        return last;
    }

    @Override
    public Shape assignment(JsonataNode.Assignment node) {
        Shape value = of(node.value());
        String name = node.variable().name();
        if (bound.bindsOnce(name) && !guarded) {
            locals.put(name, value);
        }
        return value;
    }

    @Override
    public Shape call(JsonataNode.Call node) {
        return call(node, null);
    }

    /** The value on the left of {@code ~>} is the first argument. */
    private Shape call(JsonataNode.Call node, @Nullable JsonataNode first) {
        String name = node.function().variableName();
        boolean builtIn =
                name != null && !bound.binds(name) && !known.variables().containsKey(name);
        List<JsonataNode> nodes = new ArrayList<>();
        if (first != null) {
            nodes.add(first);
        }
        nodes.addAll(node.arguments());
        boolean content = name == null || !builtIn || CONTENT.contains(name);
        List<Shape> arguments = new ArrayList<>();
        nodes.forEach(argument -> arguments.add(content ? guarded(argument) : of(argument)));
        boolean partial = nodes.stream().anyMatch(JsonataLeaf.Hole.class::isInstance);
        return name == null || !builtIn || partial ? Shape.ANYTHING : Calls.of(name, arguments, origin);
    }

    /** What a function does is not looked into. */
    @Override
    public Shape lambda(JsonataNode.Lambda node) {
        return Shape.of(ValueType.FUNCTION);
    }

    @Override
    public Shape transform(JsonataNode.Transform node) {
        return Shape.of(ValueType.FUNCTION);
    }
}
