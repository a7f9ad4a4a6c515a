/**
 * Benchmarks of compiled workflows, each beside hand-written Java on Jackson's tree that gives the same output. In go the definitions
 * of {@code src/main/asl}; out come JMH's figures, to be read as ratios within one run.
 */
@NullMarked
package dev.asl4j.benchmarks;

import org.jspecify.annotations.NullMarked;
