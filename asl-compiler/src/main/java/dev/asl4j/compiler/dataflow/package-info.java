/**
 * Follows the shape of the data through a state machine before there is any. In go the model and the contract beside it; out come the
 * shapes at every state, and diagnostics for what is proved wrong: paths that lead nowhere, arguments and outputs that their schemas
 * refuse, comparisons that never hold. What is not known is any value, of which nothing is said.
 */
@NullMarked
package dev.asl4j.compiler.dataflow;

import org.jspecify.annotations.NullMarked;
