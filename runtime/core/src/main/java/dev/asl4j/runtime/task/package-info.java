/**
 * What the author of a task handler sees: the handler's shape, what it may ask about the call it serves, and how it
 * reports an error of its own choice. In: the task's input. Out: its result, or an error name with a cause.
 */
@NullMarked
package dev.asl4j.runtime.task;

import org.jspecify.annotations.NullMarked;
