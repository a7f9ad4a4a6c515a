package dev.asl4j.jdbc;

import java.sql.SQLException;

/** The connection broke, or the database failed, while a transaction was being committed: nobody knows whether it was. */
final class UncertainCommitException extends SQLException {
    private static final long serialVersionUID = 1L;

    UncertainCommitException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
