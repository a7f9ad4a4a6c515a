package dev.asl4j.compiler.flow;

import dev.asl4j.compiler.expression.JsonataExpression;
import dev.asl4j.compiler.expression.JsonataLeaf;
import dev.asl4j.compiler.expression.JsonataNode;
import dev.asl4j.compiler.expression.JsonataOperator;
import dev.asl4j.compiler.expression.JsonataPath;
import dev.asl4j.compiler.expression.JsonataReference;
import dev.asl4j.compiler.expression.JsonataVisitor;
import dev.asl4j.compiler.model.QueryLanguage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

// Size: a method for each kind of node, which share the facts that hold at their place.

/**
 * Finds the variables without whose value a JSONata expression has none. JSONata makes little of a value that is not there: a comparison
 * is false then, an array lacks an element, a concatenation goes on with nothing. So only those reads count whose lack goes through to the
 * whole expression, and none that stands behind a guard such as {@code $exists($v)}. What stays in doubt is not needed.
 */
final class QueryNeeds implements JsonataVisitor<Facts> {

    private final JsonataExpression expression;
    private final VariableNumbers numbers;
    private final List<Read> found;
    private final Set<Integer> free = new HashSet<>();
    private VariableSet known;
    private boolean needed = true;
    private boolean certain;

    private QueryNeeds(
            JsonataExpression expression,
            VariableNumbers numbers,
            VariableSet known,
            boolean certain,
            List<Read> found) {
        this.expression = expression;
        this.numbers = numbers;
        this.known = known;
        this.certain = certain;
        this.found = found;
        for (JsonataReference reference : expression.references()) {
            free.add(reference.span().start());
        }
    }

    /**
     * What the value of an expression tells.
     *
     * @param known the variables that have a value when it is evaluated
     * @param certain whether it is evaluated whenever the state is entered
     * @param found gets the reads that are needed
     */
    static Facts of(
            JsonataExpression expression,
            VariableNumbers numbers,
            VariableSet known,
            boolean certain,
            List<Read> found) {
        return expression.root().accept(new QueryNeeds(expression, numbers, known, certain, found));
    }

    /** Visits a part whose lack of a value is that of the whole. */
    private Facts through(JsonataNode node) {
        return node.accept(this);
    }

    /** Visits a part that the whole can do without. */
    private Facts aside(JsonataNode node) {
        boolean outer = needed;
        needed = false;
        Facts facts = node.accept(this);
        needed = outer;
        return facts;
    }

    /** Visits a part that is evaluated only if a condition holds, which tells of these variables. */
    private Facts under(VariableSet told, JsonataNode node, boolean through) {
        VariableSet outerKnown = known;
        boolean outerCertain = certain;
        known = known.or(told);
        certain = false;
        Facts facts = through ? through(node) : aside(node);
        known = outerKnown;
        certain = outerCertain;
        return facts;
    }

    private int number(JsonataLeaf.Variable variable) {
        return free.contains(variable.span().start()) ? numbers.ofQuery(variable.name()) : -1;
    }

    /** The built-in function that is meant; null: it is some other. */
    private @Nullable String builtIn(JsonataNode function) {
        return function instanceof JsonataLeaf.Variable variable
                        && free.contains(variable.span().start())
                        && !numbers.isAssigned(variable.name())
                ? variable.name()
                : null;
    }

    @Override
    public Facts text(JsonataLeaf.Text node) {
        return Facts.NONE;
    }

    @Override
    public Facts number(JsonataLeaf.Numeric node) {
        return Facts.NONE;
    }

    @Override
    public Facts constant(JsonataLeaf.Constant node) {
        return Facts.NONE;
    }

    @Override
    public Facts regex(JsonataLeaf.Regex node) {
        return Facts.NONE;
    }

    @Override
    public Facts name(JsonataLeaf.Name node) {
        return Facts.NONE;
    }

    @Override
    public Facts variable(JsonataLeaf.Variable node) {
        int number = number(node);
        if (number < 0) {
            return Facts.NONE;
        }
        if (needed && !known.contains(number)) {
            found.add(new Read(node.name(), expression.part(node.span()), QueryLanguage.JSONATA, certain));
        }
        return Facts.needing(VariableSet.of(number));
    }

    @Override
    public Facts axis(JsonataLeaf.Axis node) {
        return Facts.NONE;
    }

    @Override
    public Facts hole(JsonataLeaf.Hole node) {
        return Facts.NONE;
    }

    @Override
    public Facts placeholder(JsonataLeaf.Placeholder node) {
        return Facts.NONE;
    }

    @Override
    public Facts map(JsonataPath.Map node) {
        Facts source = through(node.source());
        aside(node.step());
        return Facts.needing(source.defined());
    }

    @Override
    public Facts filter(JsonataPath.Filter node) {
        Facts source = through(node.source());
        aside(node.predicate());
        return Facts.needing(source.defined());
    }

    @Override
    public Facts keepArray(JsonataPath.KeepArray node) {
        return Facts.needing(through(node.source()).defined());
    }

    @Override
    public Facts sort(JsonataPath.Sort node) {
        Facts source = through(node.source());
        node.terms().forEach(term -> aside(term.value()));
        return Facts.needing(source.defined());
    }

    @Override
    public Facts group(JsonataPath.Group node) {
        aside(node.source());
        pairs(node.pairs());
        return Facts.NONE;
    }

    private void pairs(List<JsonataNode.Pair> pairs) {
        for (JsonataNode.Pair pair : pairs) {
            aside(pair.key());
            aside(pair.value());
        }
    }

    @Override
    public Facts binding(JsonataPath.Binding node) {
        return Facts.needing(through(node.source()).defined());
    }

    @Override
    public Facts negation(JsonataNode.Negation node) {
        return Facts.needing(through(node.operand()).defined());
    }

    @Override
    public Facts binary(JsonataNode.Binary node) {
        return switch (node.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER ->
                through(node.left()).strictAnd(through(node.right()));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                Facts left = through(node.left());
                Facts right = through(node.right());
                yield new Facts(
                        left.defined().or(right.defined()),
                        left.defined().or(right.defined()).or(counted(node, left, right)),
                        countedOtherwise(node, left, right));
            }
            case EQUAL, NOT_EQUAL -> equality(node);
            case IN -> {
                Facts left = aside(node.left());
                yield Facts.holding(left.defined().or(aside(node.right()).defined()));
            }
            case CONCATENATE -> {
                aside(node.left());
                aside(node.right());
                yield Facts.NONE;
            }
            case AND -> {
                Facts left = aside(node.left());
                yield left.and(under(left.whenTrue(), node.right(), false));
            }
            case OR -> {
                Facts left = aside(node.left());
                yield left.or(under(left.whenFalse(), node.right(), false));
            }
            case APPLY -> applied(node);
        };
    }

    /** Two values are compared; without one of them they are neither equal nor unequal. */
    private Facts equality(JsonataNode.Binary node) {
        Facts left = aside(node.left());
        Facts right = aside(node.right());
        VariableSet both = left.defined().or(right.defined());
        JsonataNode truth = Truths.isTruth(node.left()) ? node.left() : node.right();
        if (!Truths.isTruth(truth)) {
            return new Facts(
                    VariableSet.EMPTY, both.or(counted(node, left, right)), countedOtherwise(node, left, right));
        }
        boolean wanted = Truths.isTrue(truth) == (node.operator() == JsonataOperator.EQUAL);
        Facts other = truth == node.left() ? right : left;
        Facts told = wanted ? other : other.not();
        boolean isTruth = Truths.givesTruth(truth == node.left() ? node.right() : node.left(), this::builtIn);
        return new Facts(VariableSet.EMPTY, both.or(told.whenTrue()), isTruth ? told.whenFalse() : VariableSet.EMPTY);
    }

    /** What a comparison of {@code $count(...)} tells, if it can hold only for one item or more. */
    private static VariableSet counted(JsonataNode.Binary node, Facts left, Facts right) {
        JsonataNode many = Truths.atLeastOne(node);
        return many == null ? VariableSet.EMPTY : (many == node.left() ? left : right).whenTrue();
    }

    /** The same if the comparison does not hold; {@code $count} always gives a number, so that the opposite holds then. */
    private VariableSet countedOtherwise(JsonataNode.Binary node, Facts left, Facts right) {
        JsonataNode many = Truths.atLeastOneOtherwise(node);
        return many instanceof JsonataNode.Call call && "count".equals(builtIn(call.function()))
                ? (many == node.left() ? left : right).whenTrue()
                : VariableSet.EMPTY;
    }

    private Facts applied(JsonataNode.Binary node) {
        JsonataNode right = node.right();
        JsonataNode function = right instanceof JsonataNode.Call call ? call.function() : right;
        Facts facts = argument(builtIn(function), node.left());
        if (right instanceof JsonataNode.Call call) {
            call.arguments().forEach(this::aside);
        }
        return facts;
    }

    @Override
    public Facts array(JsonataNode.ArrayOf node) {
        node.elements().forEach(this::aside);
        return Facts.NONE;
    }

    @Override
    public Facts range(JsonataNode.Range node) {
        aside(node.from());
        aside(node.to());
        return Facts.NONE;
    }

    @Override
    public Facts object(JsonataNode.ObjectOf node) {
        pairs(node.pairs());
        return Facts.NONE;
    }

    @Override
    public Facts conditional(JsonataNode.Conditional node) {
        Facts condition = aside(node.condition());
        Facts then = under(condition.whenTrue(), node.then(), true);
        JsonataNode otherwise = node.otherwise();
        return otherwise == null
                ? condition.choose(then, Facts.NONE, false)
                : condition.choose(then, under(condition.whenFalse(), otherwise, true), true);
    }

    @Override
    public Facts block(JsonataNode.Block node) {
        List<JsonataNode> expressions = node.expressions();
        if (expressions.isEmpty()) {
            return Facts.NONE;
        }
        int last = expressions.size() - 1;
        expressions.subList(0, last).forEach(this::aside);
        return through(expressions.get(last));
    }

    @Override
    public Facts assignment(JsonataNode.Assignment node) {
        return through(node.value());
    }

    @Override
    public Facts call(JsonataNode.Call node) {
        List<JsonataNode> arguments = node.arguments();
        if (arguments.isEmpty()) {
            return Facts.NONE;
        }
        Facts facts = argument(builtIn(node.function()), arguments.get(0));
        arguments.subList(1, arguments.size()).forEach(this::aside);
        return facts;
    }

    /** The first argument of a function, and what the function's value tells then. */
    private Facts argument(@Nullable String function, JsonataNode argument) {
        if (function == null) {
            aside(argument);
            return Facts.NONE;
        }
        return switch (function) {
            case "exists" -> Facts.holding(aside(argument).defined());
            case "count" -> Facts.holding(aside(argument).defined());
            case "boolean" -> {
                Facts facts = aside(argument);
                yield new Facts(VariableSet.EMPTY, facts.whenTrue(), facts.whenFalse());
            }
            case "not" -> aside(argument).not();
            default -> {
                if (Truths.passOn(function)) {
                    yield Facts.needing(through(argument).defined());
                }
                aside(argument);
                yield Facts.NONE;
            }
        };
    }

    @Override
    public Facts lambda(JsonataNode.Lambda node) {
        under(VariableSet.EMPTY, node.body(), false);
        return Facts.NONE;
    }

    @Override
    public Facts transform(JsonataNode.Transform node) {
        aside(node.pattern());
        aside(node.update());
        if (node.delete() != null) {
            aside(node.delete());
        }
        return Facts.NONE;
    }
}
