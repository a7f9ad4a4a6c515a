/**
 * Benchmarks for JMH: compiled workflows beside programs by hand, in the caller's thread and in an engine; paths beside Jayway's json-path;
 * reading and writing of text, and of types, beside Jackson. Out come JMH's figures, to be read as ratios within one run.
 */
@NullMarked
package dev.asl4j.benchmarks;

import org.jspecify.annotations.NullMarked;
