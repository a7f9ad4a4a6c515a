/**
 * The harness that kills engines: starts processes, has them run a mixture of executions, kills them at random and at points of theirs, and
 * compares what is in the store at the end with an undisturbed run. In go a store, a number of kills and a seed; out comes {@code N passed,
 * M failed} over the executions checked.
 */
@NullMarked
package dev.asl4j.crash;

import org.jspecify.annotations.NullMarked;
