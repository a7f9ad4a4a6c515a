/**
 * The command line {@code aslc}. In go arguments and files, out come text, generated files and an exit code; it is the only package of the
 * compiler that touches files, console and clock, and the only one that needs picocli.
 */
@NullMarked
package dev.asl4j.compiler.cli;

import org.jspecify.annotations.NullMarked;
