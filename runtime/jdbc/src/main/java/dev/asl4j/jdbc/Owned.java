package dev.asl4j.jdbc;

/** Something that belongs to an execution. */
record Owned<T>(long execution, T value) {}
