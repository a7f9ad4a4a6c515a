package dev.asl4j.compiler.expression;

/**
 * One method for each kind of node of a JSONata expression.
 *
 * @param <R> what the methods return
 */
public interface JsonataVisitor<R> {

    /** A string. */
    R text(JsonataLeaf.Text node);

    /** A number. */
    R number(JsonataLeaf.Numeric node);

    /** True, false or null. */
    R constant(JsonataLeaf.Constant node);

    /** A regular expression between slashes. */
    R regex(JsonataLeaf.Regex node);

    /** A field of the context, or of what a step before it selects. */
    R name(JsonataLeaf.Name node);

    /** A variable. */
    R variable(JsonataLeaf.Variable node);

    /** A step that takes no name. */
    R axis(JsonataLeaf.Axis node);

    /** A question mark among the arguments of a call, which makes it a partial application. */
    R hole(JsonataLeaf.Hole node);

    /** A placeholder of the deployment, for example <code>${Name}</code>. */
    R placeholder(JsonataLeaf.Placeholder node);

    /** A step. */
    R map(JsonataPath.Map node);

    /** A predicate or an index. */
    R filter(JsonataPath.Filter node);

    /** Keeps a single value an array. */
    R keepArray(JsonataPath.KeepArray node);

    /** An order. */
    R sort(JsonataPath.Sort node);

    /** Groups. */
    R group(JsonataPath.Group node);

    /** Binds a variable at a step. */
    R binding(JsonataPath.Binding node);

    /** The negative of a number that is computed. */
    R negation(JsonataNode.Negation node);

    /** Two operands of an operator. */
    R binary(JsonataNode.Binary node);

    /** An array. */
    R array(JsonataNode.ArrayOf node);

    /** The integers from one to another. */
    R range(JsonataNode.Range node);

    /** An object. */
    R object(JsonataNode.ObjectOf node);

    /** A choice. */
    R conditional(JsonataNode.Conditional node);

    /** Expressions in parentheses. */
    R block(JsonataNode.Block node);

    /** Binds a variable in its block. */
    R assignment(JsonataNode.Assignment node);

    /** A call, or a partial application if a {@link JsonataLeaf.Hole} is among the arguments. */
    R call(JsonataNode.Call node);

    /** A function. */
    R lambda(JsonataNode.Lambda node);

    /** A function that changes parts of an object. */
    R transform(JsonataNode.Transform node);
}
