package dev.asl4j.compiler.expression;

/**
 * The members of {@code $states} in a JSONata expression.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">Transforming data with JSONata</a>
 */
public enum StatesMember {
    /** The raw input of the state; in every expression. */
    INPUT("input"),
    /** The context object; in every expression. */
    CONTEXT("context"),
    /** What the work gave; in Output and Assign of a Task, Parallel or Map state. */
    RESULT("result"),
    /** Error and cause; in Output and Assign of a catcher. */
    ERROR_OUTPUT("errorOutput");

    private final String text;

    StatesMember(String text) {
        this.text = text;
    }

    /** As an expression writes it: {@code errorOutput}. */
    public String text() {
        return text;
    }
}
