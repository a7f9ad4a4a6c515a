/**
 * What the compiler tells its user. In go a {@link dev.asl4j.compiler.diagnostic.Code}, a place and a message in the user's own
 * words, out come sorted {@link dev.asl4j.compiler.diagnostic.Diagnostic}s and two ways to print them.
 */
@NullMarked
package dev.asl4j.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
