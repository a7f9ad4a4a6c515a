package dev.asl4j.benchmarks.suite;

/**
 * Two benchmarks that do the same.
 *
 * @param wanted the ratio that it may be at most; NaN if nobody says
 */
record Pair(Area area, String what, Bench measured, Bench beside, double wanted) {}
