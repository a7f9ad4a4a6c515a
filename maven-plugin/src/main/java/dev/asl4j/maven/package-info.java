/**
 * The plugin's goals, and the only code that reads definitions from disk and writes sources to it.
 */
@NullMarked
package dev.asl4j.maven;

import org.jspecify.annotations.NullMarked;
