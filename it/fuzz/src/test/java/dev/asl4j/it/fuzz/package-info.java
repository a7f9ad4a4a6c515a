/**
 * Fuzzing: bytes of an input become definitions, and {@link dev.asl4j.it.fuzz.Oracle} says what has to hold for any of them. A target is a
 * class with one test; inputs that once failed are its resources, and run in every build.
 */
@NullMarked
package dev.asl4j.it.fuzz;

import org.jspecify.annotations.NullMarked;
