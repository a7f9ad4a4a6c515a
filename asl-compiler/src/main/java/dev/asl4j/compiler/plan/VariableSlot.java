package dev.asl4j.compiler.plan;

/**
 * Where a variable of the state machine is, as a state sees it.
 *
 * @param depth how many scopes outward; 0: the state's own
 * @param constant of the variable's number in its scope
 */
public record VariableSlot(int depth, String constant) {}
