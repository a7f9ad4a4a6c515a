/**
 * Runs definitions and workflows that live outside the project through the compiler and the runtime. In go folders named by system
 * properties ({@code asl4j.conformance}, {@code asl4j.bench}); out come test results and printed counts. Without the property a test
 * says so and is skipped.
 */
@NullMarked
package dev.asl4j.conformance;

import org.jspecify.annotations.NullMarked;
