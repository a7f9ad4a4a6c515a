package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.source.Span;

/**
 * A place where an expression reads a variable that it does not bind itself: a variable of the state machine or a built-in function.
 *
 * @param name the name without its dollar sign
 * @param called whether it is called, or applied with {@code ~>}
 * @param span offsets in the text of the expression
 */
public record JsonataReference(String name, boolean called, Span span) {}
