/** Programs that a process is started for: to take one order, and to compile a folder. */
@NullMarked
package dev.asl4j.benchmarks.start;

import org.jspecify.annotations.NullMarked;
