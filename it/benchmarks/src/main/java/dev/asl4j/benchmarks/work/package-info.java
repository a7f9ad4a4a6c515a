/**
 * The work that is measured: each as a definition below {@code src/main/asl}, in JSONPath and in JSONata, and as a Java programmer would
 * write it by hand on Jackson's tree. Both give the same output, which a test holds.
 */
@NullMarked
package dev.asl4j.benchmarks.work;

import org.jspecify.annotations.NullMarked;
