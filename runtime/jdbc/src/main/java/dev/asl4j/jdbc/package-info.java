/**
 * Keeps executions in a database: SQLite or PostgreSQL. In go turns, which a {@link dev.asl4j.jdbc.Writer} makes durable, many in one
 * transaction; out come the records of {@link dev.asl4j.runtime.store}. What differs between the databases is in the two {@link
 * dev.asl4j.jdbc.Database}s and the scripts of their tables.
 */
@NullMarked
package dev.asl4j.jdbc;

import org.jspecify.annotations.NullMarked;
