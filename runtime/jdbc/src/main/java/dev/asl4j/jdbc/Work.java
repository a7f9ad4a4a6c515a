package dev.asl4j.jdbc;

import java.sql.SQLException;

/** Something that is done on a connection. */
@FunctionalInterface
interface Work<T> {
    T on(Link link) throws SQLException;
}
