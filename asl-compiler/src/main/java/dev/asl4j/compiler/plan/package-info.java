/**
 * Everything that is decided before Java is written: names, the numbers of states, which method a value is computed in.
 *
 * <p>In: a checked {@code compiler.model}. Out: a {@link dev.asl4j.compiler.plan.WorkflowPlan} that
 * {@code compiler.generate} only has to spell, or diagnostics for what the Java virtual machine has no room for.
 */
@NullMarked
package dev.asl4j.compiler.plan;

import org.jspecify.annotations.NullMarked;
