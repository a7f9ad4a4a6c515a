/**
 * What the conditions of choice rules say of each other. In: the conditions of the model. Out: whether one can only hold if another does, or
 * whether one can hold at all; "no" where that cannot be proven.
 */
@NullMarked
package dev.asl4j.compiler.logic;

import org.jspecify.annotations.NullMarked;
