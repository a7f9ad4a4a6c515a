/**
 * The Amazon States Language, in both query languages, as sealed types and records, in the specification's own words.
 *
 * <p>In: what {@code compiler.parse} could read of a definition. Out: what {@code compiler.check} judges and
 * {@code compiler.plan} turns into a plan. A state that could not be read stands in its {@link dev.asl4j.compiler.model.Scope} as a mere
 * {@link dev.asl4j.compiler.model.StateOutline}, so that the other states can still be judged; such a definition has an
 * error among its diagnostics and is never planned.
 *
 * <p>Lists keep the order of the definition. Defaults of the language are filled in where absent and default mean the same.
 */
@NullMarked
package dev.asl4j.compiler.model;

import org.jspecify.annotations.NullMarked;
