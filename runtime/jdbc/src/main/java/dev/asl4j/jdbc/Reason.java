package dev.asl4j.jdbc;

import java.sql.SQLException;

/** What may be known of an error outside of the store: databases quote data in their messages. */
final class Reason extends SQLException {
    private static final long serialVersionUID = 1L;

    private Reason(SQLException fault) {
        super(Outage.reason(fault), fault.getSQLState(), fault.getErrorCode());
        setStackTrace(fault.getStackTrace());
    }

    static Reason of(SQLException fault) {
        return new Reason(fault);
    }
}
