package dev.asl4j.compiler.expression;

import dev.asl4j.compiler.diagnostic.Subject;

/**
 * A place where an expression reads a variable.
 *
 * @param name the name without its dollar sign
 * @param place the variable in the text
 * @param called whether it is called as a function, in JSONata
 */
public record VariableRead(String name, Subject place, boolean called) {}
