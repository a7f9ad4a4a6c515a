/**
 * The compiler's front door: definitions and options in, generated files and diagnostics out.
 */
@NullMarked
package dev.asl4j.compiler;

import org.jspecify.annotations.NullMarked;
