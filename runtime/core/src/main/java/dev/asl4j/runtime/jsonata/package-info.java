/**
 * JSONata as AWS Step Functions evaluates it: JSONata 2.0.6 with the functions that Step Functions adds, without
 * {@code $eval}, within bounds on depth, memory and work.
 *
 * <p>Comes in: the text of an expression, and what its variables stand for. Goes out: a frozen value, nothing at all
 * (undefined), or an {@link dev.asl4j.runtime.jsonata.EvaluationException} with AWS's words. {@link
 * dev.asl4j.runtime.jsonata.Expression} is all that the rest of the runtime sees, so another way of evaluating can take
 * the place of this interpreter.
 */
@NullMarked
package dev.asl4j.runtime.jsonata;

import org.jspecify.annotations.NullMarked;
