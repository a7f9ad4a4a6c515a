package dev.asl4j.jdbc;

import java.sql.SQLException;

/** The row of the session is not as it should be before a commit. */
final class GuardException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    /** What that means. */
    enum Outcome {
        /** The commit has happened already, when its outcome was not known. */
        APPLIED,
        /** Others took the session for dead. */
        LOST
    }

    GuardException(Outcome outcome) {
        super("the session is not as it was: " + outcome);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
