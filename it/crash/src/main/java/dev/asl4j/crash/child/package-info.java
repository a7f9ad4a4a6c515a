/**
 * The process that is killed: an engine on a store, told what to do line by line, which dies at a point of its own if it is to. In go
 * commands on standard input, out come answers on standard output, and the side log.
 */
@NullMarked
package dev.asl4j.crash.child;

import org.jspecify.annotations.NullMarked;
