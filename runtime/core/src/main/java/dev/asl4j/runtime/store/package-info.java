/**
 * Where executions are kept. In goes what a turn of an execution has changed, as one {@link dev.asl4j.runtime.store.Turn}; out come
 * executions, their frames and their history, for whoever asks and for the engine that takes an execution up again.
 * {@link dev.asl4j.runtime.store.ExecutionStore} is implemented here in memory, and by {@code asl4j-jdbc} on databases.
 */
@NullMarked
package dev.asl4j.runtime.store;

import org.jspecify.annotations.NullMarked;
