/**
 * The plugin's goals, and the only code that reads definitions from disk and writes sources to it.
 *
 * <p>A goal turns its parameters into a {@link dev.asl4j.maven.GenerationRequest} and hands it to {@link dev.asl4j.maven.Generation}; out come
 * source files, log lines and the state that lets the next build do nothing.
 */
@NullMarked
package dev.asl4j.maven;

import org.jspecify.annotations.NullMarked;
