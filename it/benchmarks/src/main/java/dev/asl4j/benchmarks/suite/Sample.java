package dev.asl4j.benchmarks.suite;

/**
 * What one fork gave for an operation.
 *
 * @param micros the time
 * @param processorMicros the time on all processors, of all threads
 * @param bytes allocated
 */
record Sample(double micros, double processorMicros, double bytes) {}
