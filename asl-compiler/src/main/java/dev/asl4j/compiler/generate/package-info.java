/**
 * Spells a plan as Java. In: a {@link dev.asl4j.compiler.plan.WorkflowPlan}; out: the text of one Java file.
 *
 * <p>One generator per kind of state. Nothing is decided here; every name and every split was chosen in the plan.
 */
@NullMarked
package dev.asl4j.compiler.generate;

import org.jspecify.annotations.NullMarked;
