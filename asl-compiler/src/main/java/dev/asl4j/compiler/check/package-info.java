/**
 * Judges what the fields of a definition say together: transitions, names, Retry and Catch, values with a syntax of their own.
 *
 * <p>In: a {@link dev.asl4j.compiler.model.StateMachine}, also one of which the parser could not read every state. Out:
 * diagnostics. One class per rule, listed in {@link dev.asl4j.compiler.check.Checks}; what the parser reported, or one
 * mistake entails, is not reported again.
 */
@NullMarked
package dev.asl4j.compiler.check;

import org.jspecify.annotations.NullMarked;
