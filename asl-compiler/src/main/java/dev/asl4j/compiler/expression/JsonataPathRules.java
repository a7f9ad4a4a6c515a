package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.expression.JsonataShape.Kind;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What JSONata refuses once the text is parsed, when it joins steps to paths: literals as steps, predicates behind groups, bindings
 * behind predicates, parents that no step has. Goes through the tree in JSONata's order, so that the first fault is the same one.
 */
final class JsonataPathRules implements JsonataVisitor<JsonataShape> {

    private final @Nullable JsonataNode missing;

    private JsonataPathRules(@Nullable JsonataNode missing) {
        this.missing = missing;
    }

    /**
     * Leaves with a fault if there is one.
     *
     * @param missing stands where the text ended too early; null: nowhere
     */
    static void check(JsonataNode root, @Nullable JsonataNode missing) {
        JsonataShape shape = root.accept(new JsonataPathRules(missing));
        if (shape.seeksParent()) {
            throw JsonataFaults.noParent(root.span());
        }
    }

    private JsonataShape shape(JsonataNode node) {
        return node.accept(this);
    }

    /** A node that passes on to its surroundings the parents that its parts seek. */
    private JsonataShape passing(Span span, List<JsonataNode> parts) {
        JsonataShape shape = new JsonataShape(Kind.OTHER, span);
        for (JsonataNode part : parts) {
            shape.seekWith(shape(part));
        }
        return shape;
    }

    private JsonataShape plain(Span span) {
        return new JsonataShape(Kind.OTHER, span);
    }

    @Override
    public JsonataShape text(JsonataLeaf.Text node) {
        return new JsonataShape(Kind.TEXT, node.span());
    }

    @Override
    public JsonataShape number(JsonataLeaf.Numeric node) {
        return new JsonataShape(Kind.LITERAL, node.span(), JsonataToken.shown(node.text()));
    }

    @Override
    public JsonataShape constant(JsonataLeaf.Constant node) {
        String word = switch (node.word()) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
        return new JsonataShape(Kind.LITERAL, node.span(), word);
    }

    @Override
    public JsonataShape regex(JsonataLeaf.Regex node) {
        return plain(node.span());
    }

    @Override
    public JsonataShape name(JsonataLeaf.Name node) {
        if (node.equals(missing)) {
            throw JsonataFaults.unexpectedEnd(node.span());
        }
        return JsonataShape.path(new JsonataShape(Kind.FIELD, node.span()));
    }

    @Override
    public JsonataShape variable(JsonataLeaf.Variable node) {
        return plain(node.span());
    }

    @Override
    public JsonataShape axis(JsonataLeaf.Axis node) {
        return switch (node.direction()) {
            case WILDCARD -> new JsonataShape(Kind.FIELD, node.span());
            case DESCENDANTS -> plain(node.span());
            case PARENT -> new JsonataShape(Kind.PARENT, node.span());
        };
    }

    @Override
    public JsonataShape hole(JsonataLeaf.Hole node) {
        return plain(node.span());
    }

    @Override
    public JsonataShape placeholder(JsonataLeaf.Placeholder node) {
        return new JsonataShape(Kind.FIELD, node.span());
    }

    @Override
    public JsonataShape map(JsonataPath.Map node) {
        JsonataShape path = shape(node.source()).asStart();
        path.append(shape(node.step()));
        for (JsonataShape step : path.steps()) {
            if (step.kind() == Kind.LITERAL) {
                String message =
                        "The literal value " + step.literal() + " cannot be used as a step within a path expression";
                throw JsonataFaults.at(step.span(), message);
            }
            step.textIsField();
        }
        path.resolveParents();
        return path;
    }

    @Override
    public JsonataShape filter(JsonataPath.Filter node) {
        JsonataShape shape = shape(node.source());
        JsonataShape step = shape.lastStep();
        if (step.grouped()) {
            throw JsonataFaults.at(node.span(), "A predicate cannot follow a grouping expression in a step");
        }
        step.filterBy(shape(node.predicate()));
        return shape;
    }

    @Override
    public JsonataShape keepArray(JsonataPath.KeepArray node) {
        return shape(node.source());
    }

    @Override
    public JsonataShape sort(JsonataPath.Sort node) {
        JsonataShape path = shape(node.source()).asPath();
        JsonataShape sort = new JsonataShape(Kind.SORT, node.span());
        node.terms().forEach(term -> sort.seekWith(shape(term.value())));
        path.append(sort);
        path.resolveParents();
        return path;
    }

    @Override
    public JsonataShape group(JsonataPath.Group node) {
        JsonataShape shape = shape(node.source());
        if (shape.grouped()) {
            throw JsonataFaults.at(node.span(), "Each step can only have one grouping expression");
        }
        for (JsonataNode.Pair pair : node.pairs()) {
            shape(pair.key());
            shape(pair.value());
        }
        shape.group();
        return shape;
    }

    @Override
    public JsonataShape binding(JsonataPath.Binding node) {
        JsonataShape shape = shape(node.source());
        return switch (node.kind()) {
            case VALUE -> {
                JsonataShape step = shape.lastStep();
                if (step.filtered()) {
                    String message = "A context variable binding must precede any predicates on a step";
                    throw JsonataFaults.at(node.span(), message);
                }
                if (step.kind() == Kind.SORT) {
                    String message = "A context variable binding must precede the 'order-by' clause on a step";
                    throw JsonataFaults.at(node.span(), message);
                }
                step.focus();
                yield shape;
            }
            case POSITION -> shape.asPath();
        };
    }

    @Override
    public JsonataShape negation(JsonataNode.Negation node) {
        return passing(node.span(), List.of(node.operand()));
    }

    @Override
    public JsonataShape binary(JsonataNode.Binary node) {
        if (node.operator() == JsonataOperator.APPLY) {
            shape(node.left());
            shape(node.right());
            return plain(node.span());
        }
        return passing(node.span(), List.of(node.left(), node.right()));
    }

    @Override
    public JsonataShape array(JsonataNode.ArrayOf node) {
        return passing(node.span(), node.elements());
    }

    @Override
    public JsonataShape range(JsonataNode.Range node) {
        return passing(node.span(), List.of(node.from(), node.to()));
    }

    @Override
    public JsonataShape object(JsonataNode.ObjectOf node) {
        List<JsonataNode> parts = new ArrayList<>();
        node.pairs().forEach(pair -> parts.addAll(List.of(pair.key(), pair.value())));
        return passing(node.span(), parts);
    }

    @Override
    public JsonataShape conditional(JsonataNode.Conditional node) {
        JsonataNode otherwise = node.otherwise();
        return passing(
                node.span(),
                otherwise == null
                        ? List.of(node.condition(), node.then())
                        : List.of(node.condition(), node.then(), otherwise));
    }

    @Override
    public JsonataShape block(JsonataNode.Block node) {
        JsonataShape block = new JsonataShape(Kind.BLOCK, node.span());
        for (JsonataNode expression : node.expressions()) {
            JsonataShape shape = shape(expression);
            block.seekWith(shape);
            block.last(shape);
        }
        return block;
    }

    @Override
    public JsonataShape assignment(JsonataNode.Assignment node) {
        return passing(node.span(), List.of(node.value()));
    }

    @Override
    public JsonataShape call(JsonataNode.Call node) {
        JsonataShape shape = passing(node.span(), node.arguments());
        shape(node.function());
        return shape;
    }

    @Override
    public JsonataShape lambda(JsonataNode.Lambda node) {
        shape(node.body());
        return plain(node.span());
    }

    @Override
    public JsonataShape transform(JsonataNode.Transform node) {
        shape(node.pattern());
        shape(node.update());
        if (node.delete() != null) {
            shape(node.delete());
        }
        return plain(node.span());
    }
}
