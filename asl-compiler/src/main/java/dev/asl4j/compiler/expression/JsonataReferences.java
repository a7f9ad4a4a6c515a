package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Code;
import dev.asl4j.compiler.diagnostic.Suggestions;
import dev.asl4j.compiler.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

// Above 300 lines: one method for each kind of node.
// Size: a method for each kind of node, which share the scopes of names.

/**
 * Finds what an expression reads: variables of the state machine, members of {@code $states}, and what AWS has not, which is the
 * context at the top level and {@code $$}. The body of a function keeps the context of its definition, and sees what its surroundings
 * bind later. Its methods return true.
 */
final class JsonataReferences implements JsonataVisitor<Boolean> {

    private static final String STATES = "states";

    private final Set<StatesMember> allowed;
    private final Set<StatesMember> members = EnumSet.noneOf(StatesMember.class);
    private final List<JsonataReference> found = new ArrayList<>();
    private final List<ExpressionFault> faults = new ArrayList<>();
    private final Set<String> reported = new HashSet<>();
    private final Queue<Runnable> bodies = new ArrayDeque<>();
    private JsonataScope scope = JsonataScope.outermost();
    private boolean top = true;
    private boolean inPath;

    private JsonataReferences(Set<StatesMember> allowed) {
        this.allowed = allowed;
    }

    /**
     * Goes through a tree.
     *
     * @param allowed what it may read of {@code $states}
     */
    static JsonataReferences of(JsonataNode root, Set<StatesMember> allowed) {
        JsonataReferences references = new JsonataReferences(allowed);
        root.accept(references);
        while (!references.bodies.isEmpty()) {
            references.bodies.remove().run();
        }
        references.found.sort(
                Comparator.comparingInt(reference -> reference.span().start()));
        return references;
    }

    List<JsonataReference> found() {
        return found;
    }

    Set<StatesMember> members() {
        return members;
    }

    List<ExpressionFault> faults() {
        return faults;
    }

    private void refuse(String name, Span span, String message) {
        if (reported.add(name)) {
            faults.add(new ExpressionFault(Code.UNSUPPORTED_JSONATA_REFERENCE, span, message, null));
        }
    }

    private void refuseAtTop(String name, Span span) {
        if (top) {
            refuse(name, span, "Reference to '" + name + "' at the top level is not supported.");
        }
    }

    /** At the start of a path a string is a name too. */
    private void refuseFirstStep(JsonataNode source) {
        String name = source.stepName();
        if (name != null) {
            refuseAtTop(name, source.span());
        }
    }

    /** Visits a part that is evaluated where the whole is. */
    private void visit(JsonataNode node) {
        visit(node, top, false);
    }

    /** Visits a part whose context is a value of the path before it. */
    private void visitInside(JsonataNode node) {
        visit(node, false, false);
    }

    private void visit(JsonataNode node, boolean atTop, boolean joined) {
        boolean outerTop = top;
        boolean outerPath = inPath;
        top = atTop;
        inPath = joined;
        node.accept(this);
        top = outerTop;
        inPath = outerPath;
    }

    /** Visits in a scope of its own. */
    private void within(JsonataScope inner, Runnable visits) {
        JsonataScope outer = scope;
        scope = inner;
        visits.run();
        scope = outer;
    }

    /** What a path binds is seen in the rest of that path. */
    private void path(JsonataNode source, Runnable rest) {
        Runnable visits = () -> {
            visit(source, top, true);
            rest.run();
        };
        if (inPath) {
            visits.run();
        } else {
            within(scope.path(), visits);
        }
    }

    private void variable(JsonataLeaf.Variable variable, boolean called) {
        String name = variable.name();
        Span span = variable.span();
        if (name.isEmpty()) {
            refuseAtTop("$", span);
        } else if (name.equals("$")) {
            refuse("$$", span, "Reference to '$$' is not supported.");
        } else if (scope.binds(name)) {
            return;
        } else if (name.equals(STATES)) {
            members.addAll(allowed);
        } else {
            found.add(new JsonataReference(name, called, span));
        }
    }

    /** A function that is called: its name is told from that of a value. */
    private void function(JsonataNode function) {
        if (function instanceof JsonataLeaf.Variable variable) {
            variable(variable, true);
        } else {
            visit(function);
        }
    }

    private void pairs(List<JsonataNode.Pair> pairs, boolean atTop) {
        for (JsonataNode.Pair pair : pairs) {
            visit(pair.key(), atTop, false);
            visit(pair.value(), atTop, false);
        }
    }

    /** Definitions in use read the result where there is an error instead; that fails when it is reached, if ever. */
    private boolean isResultInCatcher(StatesMember member) {
        return member == StatesMember.RESULT && allowed.contains(StatesMember.ERROR_OUTPUT);
    }

    private void statesMember(String field, JsonataNode step) {
        StatesMember member = StatesMember.of(field);
        if (member != null && allowed.contains(member)) {
            members.add(member);
            return;
        }
        String name = "$" + STATES + "." + field;
        String hint = member == null
                ? Suggestions.didYouMean(field, StatesMember.texts())
                : name + " can be read " + member.place() + " only";
        if (reported.add(name)) {
            String message = "Field '" + name + "' does not exist" + (hint == null ? "." : "");
            Code code = member == null || isResultInCatcher(member)
                    ? Code.UNKNOWN_STATES_MEMBER
                    : Code.STATES_MEMBER_NOT_AVAILABLE;
            faults.add(new ExpressionFault(code, step.span(), message, hint));
        }
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
        refuseAtTop(node.value(), node.span());
        return true;
    }

    @Override
    public Boolean variable(JsonataLeaf.Variable node) {
        variable(node, false);
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
        String field = node.step().stepName();
        boolean states = STATES.equals(node.source().variableName()) && !scope.binds(STATES);
        if (states && field != null) {
            statesMember(field, node.step());
            within(inPath ? scope : scope.path(), () -> visit(node.step(), false, true));
        } else {
            path(node.source(), () -> visit(node.step(), false, true));
            refuseFirstStep(node.source());
        }
        return true;
    }

    @Override
    public Boolean filter(JsonataPath.Filter node) {
        path(node.source(), () -> visitInside(node.predicate()));
        return true;
    }

    @Override
    public Boolean keepArray(JsonataPath.KeepArray node) {
        path(node.source(), () -> {});
        return true;
    }

    @Override
    public Boolean sort(JsonataPath.Sort node) {
        path(node.source(), () -> node.terms().forEach(term -> visitInside(term.value())));
        return true;
    }

    @Override
    public Boolean group(JsonataPath.Group node) {
        path(node.source(), () -> pairs(node.pairs(), false));
        return true;
    }

    @Override
    public Boolean binding(JsonataPath.Binding node) {
        path(node.source(), () -> scope.bindInPath(node.variable().name()));
        return true;
    }

    @Override
    public Boolean negation(JsonataNode.Negation node) {
        visit(node.operand());
        return true;
    }

    @Override
    public Boolean binary(JsonataNode.Binary node) {
        visit(node.left());
        if (node.operator() == JsonataOperator.APPLY) {
            function(node.right());
        } else {
            visit(node.right());
        }
        return true;
    }

    @Override
    public Boolean array(JsonataNode.ArrayOf node) {
        node.elements().forEach(this::visit);
        return true;
    }

    @Override
    public Boolean range(JsonataNode.Range node) {
        visit(node.from());
        visit(node.to());
        return true;
    }

    @Override
    public Boolean object(JsonataNode.ObjectOf node) {
        pairs(node.pairs(), top);
        return true;
    }

    @Override
    public Boolean conditional(JsonataNode.Conditional node) {
        visit(node.condition());
        visit(node.then());
        if (node.otherwise() != null) {
            visit(node.otherwise());
        }
        return true;
    }

    @Override
    public Boolean block(JsonataNode.Block node) {
        within(scope.block(), () -> node.expressions().forEach(this::visit));
        return true;
    }

    @Override
    public Boolean assignment(JsonataNode.Assignment node) {
        visit(node.value());
        String name = node.variable().name();
        if (name.equals(STATES)) {
            refuse(":=", node.variable().span(), "The reserved variable '$states' cannot be assigned.");
        }
        scope.bind(name);
        return true;
    }

    @Override
    public Boolean call(JsonataNode.Call node) {
        function(node.function());
        node.arguments().forEach(this::visit);
        return true;
    }

    @Override
    public Boolean lambda(JsonataNode.Lambda node) {
        JsonataScope inner = scope.block();
        node.parameters().forEach(parameter -> inner.bind(parameter.name()));
        boolean atTop = top;
        bodies.add(() -> within(inner, () -> visit(node.body(), atTop, false)));
        return true;
    }

    @Override
    public Boolean transform(JsonataNode.Transform node) {
        visitInside(node.pattern());
        visitInside(node.update());
        if (node.delete() != null) {
            visitInside(node.delete());
        }
        return true;
    }
}
