/**
 * What can happen in a state machine, found without running it: on which ways variables are assigned, and which errors states raise. In
 * goes the model, out come sets of variables and of error names for the checks, the plan and tools. Nothing is reported here.
 */
@NullMarked
package dev.asl4j.compiler.flow;

import org.jspecify.annotations.NullMarked;
