package dev.asl4j.compiler.types;

import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataPath;
import dev.asl4j.compiler.expression.JsonataVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often an expression binds each name: by assignment, as a parameter, in a path. The value of a name that is bound once, by
 * a statement of a block, is known behind that statement, whatever else is evaluated there. Its methods return true.
 */
public final class BoundNames implements JsonataVisitor<Boolean> {

    private final Map<String, Integer> counts = new HashMap<>();

    /** Those of an expression. */
    public static BoundNames of(JsonataNode root) {
        BoundNames names = new BoundNames();
        root.accept(names);
        return names;
    }

    /** Whether it binds the name. */
    public boolean binds(String name) {
        return counts.containsKey(name);
    }

    /** Whether it binds the name at one place only. */
    public boolean bindsOnce(String name) {
        return counts.getOrDefault(name, 0) == 1;
    }

    private void bind(JsonataLeaf.Variable variable) {
        counts.merge(variable.name(), 1, Integer::sum);
    }

    private boolean visit(@Nullable JsonataNode... nodes) {
        for (JsonataNode node : nodes) {
            if (node != null) {
                node.accept(this);
            }
        }
        return true;
    }

    private boolean visit(List<JsonataNode> nodes) {
        nodes.forEach(node -> node.accept(this));
        return true;
    }

    private boolean pairs(List<JsonataNode.Pair> pairs) {
        pairs.forEach(pair -> visit(pair.key(), pair.value()));
        return true;
    }

    @Override
    public Boolean text(JsonataLeaf.Text node) {
        return true;
    }

    @Override
    public Boolean number(JsonataLeaf.Numeric node) {
        return true;
    }

    @Override
    public Boolean constant(JsonataLeaf.Constant node) {
        return true;
    }

    @Override
    public Boolean regex(JsonataLeaf.Regex node) {
        return true;
    }

    @Override
    public Boolean name(JsonataLeaf.Name node) {
        return true;
    }

    @Override
    public Boolean variable(JsonataLeaf.Variable node) {
        return true;
    }

    @Override
    public Boolean axis(JsonataLeaf.Axis node) {
        return true;
    }

    @Override
    public Boolean hole(JsonataLeaf.Hole node) {
        return true;
    }

    @Override
    public Boolean placeholder(JsonataLeaf.Placeholder node) {
        return true;
    }

    @Override
    public Boolean map(JsonataPath.Map node) {
        return visit(node.source(), node.step());
    }

    @Override
    public Boolean filter(JsonataPath.Filter node) {
        return visit(node.source(), node.predicate());
    }

    @Override
    public Boolean keepArray(JsonataPath.KeepArray node) {
        return visit(node.source());
    }

    @Override
    public Boolean sort(JsonataPath.Sort node) {
        node.terms().forEach(term -> visit(term.value()));
        return visit(node.source());
    }

    @Override
    public Boolean group(JsonataPath.Group node) {
        pairs(node.pairs());
        return visit(node.source());
    }

    @Override
    public Boolean binding(JsonataPath.Binding node) {
        bind(node.variable());
        return visit(node.source());
    }

    @Override
    public Boolean negation(JsonataNode.Negation node) {
        return visit(node.operand());
    }

    @Override
    public Boolean binary(JsonataNode.Binary node) {
        return visit(node.left(), node.right());
    }

    @Override
    public Boolean array(JsonataNode.ArrayOf node) {
        return visit(node.elements());
    }

    @Override
    public Boolean range(JsonataNode.Range node) {
        return visit(node.from(), node.to());
    }

    @Override
    public Boolean object(JsonataNode.ObjectOf node) {
        return pairs(node.pairs());
    }

    @Override
    public Boolean conditional(JsonataNode.Conditional node) {
        return visit(node.condition(), node.then(), node.otherwise());
    }

    @Override
    public Boolean block(JsonataNode.Block node) {
        return visit(node.expressions());
    }

    @Override
    public Boolean assignment(JsonataNode.Assignment node) {
        bind(node.variable());
        return visit(node.value());
    }

    @Override
    public Boolean call(JsonataNode.Call node) {
        visit(node.function());
        return visit(node.arguments());
    }

    @Override
    public Boolean lambda(JsonataNode.Lambda node) {
        node.parameters().forEach(this::bind);
        return visit(node.body());
    }

    @Override
    public Boolean transform(JsonataNode.Transform node) {
        return visit(node.pattern(), node.update(), node.delete());
    }
}
