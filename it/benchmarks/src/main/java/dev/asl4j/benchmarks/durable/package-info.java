/**
 * The durable engine, measured: steps for each raw commit, a million executions that wait, recovery after a kill, memory. Each figure
 * comes from processes of its own; {@code it/benchmarks/durable} runs them and prints tables.
 */
@NullMarked
package dev.asl4j.benchmarks.durable;

import org.jspecify.annotations.NullMarked;
