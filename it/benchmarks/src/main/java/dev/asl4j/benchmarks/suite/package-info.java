/**
 * Runs all benchmarks by turns and prints a table for each area: what is measured and what it is measured beside take turns, fork by fork
 * and process by process. In go the options of {@code it/benchmarks/run}, out come tables in Markdown and a file in JSON.
 */
@NullMarked
package dev.asl4j.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
