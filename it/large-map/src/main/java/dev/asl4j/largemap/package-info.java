/** Runs a workflow over a file of any length and says what came out: the program that {@code LargeMapTest} starts with little memory. */
package dev.asl4j.largemap;
