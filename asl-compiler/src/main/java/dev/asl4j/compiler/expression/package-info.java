/**
 * The small languages inside the strings of a definition: JSONPath, reference paths, intrinsic function calls, payload
 * templates and JSONata. In go strings of the document, out come trees, each parsed once; faults are reported at their place inside
 * the string.
 */
@NullMarked
package dev.asl4j.compiler.expression;

import org.jspecify.annotations.NullMarked;
