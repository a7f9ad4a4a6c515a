/**
 * How names that somebody else chose become names in Java.
 *
 * <p>In: any text. Out: names that are legal, readable and different from each other.
 */
@NullMarked
package dev.asl4j.compiler.naming;

import org.jspecify.annotations.NullMarked;
