/** Processes that measure and tell their parent, and tables of what they tell. */
@NullMarked
package dev.asl4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
