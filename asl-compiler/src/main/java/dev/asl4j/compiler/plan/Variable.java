package dev.asl4j.compiler.plan;

/** What the methods of generated code have in parameters and locals. The order is that of parameters. */
public enum Variable {
    /** The running scope. */
    FRAME("frame"),
    /** The context object. */
    CONTEXT("context"),
    /** Evaluates the state's JSONata expressions. */
    QUERY("query"),
    /** The state's effective input. */
    INPUT("input"),
    /** What {@code Parameters} makes of it. */
    PARAMETERS("parameters"),
    /** What the state's work gave. */
    RESULT("result"),
    /** What {@code ResultSelector} makes of it. */
    SELECTED("selected"),
    /** The state's output before {@code OutputPath}. */
    OUTPUT("output"),
    /** What {@code OutputPath} leaves of it, where both are locals. */
    FILTERED_OUTPUT("filteredOutput"),
    /** The values of {@code Assign} as one object, where they are too many for locals. */
    ASSIGNED("assigned"),
    /** Error and cause, in a catcher. */
    ERROR_OUTPUT("error"),
    /** The number of a Map's item, an {@code int}. */
    INDEX("index"),
    /** The items of a Map state. */
    ITEMS("items"),
    /** A Map's item. */
    ITEM("item");

    private final String javaName;

    Variable(String javaName) {
        this.javaName = javaName;
    }

    /** The name in generated code. */
    public String javaName() {
        return javaName;
    }
}
