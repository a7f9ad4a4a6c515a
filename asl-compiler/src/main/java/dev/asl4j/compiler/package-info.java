/**
 * The compiler's front door: definitions go in, generated files and diagnostics come out.
 *
 * <p>{@link dev.asl4j.compiler.AslCompiler} runs the phases, read, parse, check, plan and generate, with a barrier
 * between them. Nothing here opens a file.
 */
@NullMarked
package dev.asl4j.compiler;

import org.jspecify.annotations.NullMarked;
