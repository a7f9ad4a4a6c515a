/**
 * What the harness has executions do: definitions of all kinds, their handlers, and the side log in which handlers leave what they did,
 * whatever becomes of their process. In go orders, out come results that depend on the input alone, and lines of the log.
 */
@NullMarked
package dev.asl4j.crash.work;

import org.jspecify.annotations.NullMarked;
