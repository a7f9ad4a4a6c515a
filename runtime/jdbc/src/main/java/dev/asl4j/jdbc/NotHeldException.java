package dev.asl4j.jdbc;

import java.sql.SQLException;

/** A turn is of an execution that the session does not hold. */
final class NotHeldException extends SQLException {
    private static final long serialVersionUID = 1L;

    NotHeldException() {
        super("the session does not hold the execution");
    }
}
