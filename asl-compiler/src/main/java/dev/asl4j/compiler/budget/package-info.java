/**
 * What an execution takes of the bounds it has: events of its history, time. In: the model of a definition. Out: counts and durations, or
 * nothing where they depend on data. Here is computed; what is worth a word is a matter of {@code compiler.check}.
 */
@NullMarked
package dev.asl4j.compiler.budget;

import org.jspecify.annotations.NullMarked;
