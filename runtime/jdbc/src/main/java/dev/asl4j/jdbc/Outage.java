package dev.asl4j.jdbc;

import java.sql.SQLException;
import java.time.Duration;

/** A time in which the database cannot be reached or refuses: told once when it begins and once when it is over. */
final class Outage {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;
    private static final int DEEPEST_CAUSE = 10;

    /** Class of SQL states. */
    private static final String OF_AUTHORIZATION = "28";

    private final String database;
    private volatile boolean isOn;
    private long since; // guarded by this
    private boolean isClosed; // guarded by this

    Outage(String database) {
        this.database = database;
    }

    /** Something failed because of it. */
    void failed(SQLException fault) {
        if (!isOn) {
            begin(fault);
        }
    }

    private synchronized void begin(SQLException fault) {
        if (!isOn && !isClosed) {
            isOn = true;
            since = RealTime.nanos();
            LOG.log(
                    System.Logger.Level.WARNING,
                    database + " is away, it is tried again until it is back: " + reason(fault));
        }
    }

    /** Something worked. */
    void over() {
        if (isOn) {
            end();
        }
    }

    private synchronized void end() {
        if (isOn) {
            isOn = false;
            long millis = Duration.ofNanos(RealTime.nanos() - since).toMillis();
            LOG.log(System.Logger.Level.INFO, database + " is back after " + millis + " ms.");
        }
    }

    /** The store is closed: it is no wonder that nothing works. */
    synchronized void close() {
        isClosed = true;
    }

    /** How long it has lasted; zero if there is none. */
    synchronized Duration lasts() {
        return isOn ? Duration.ofNanos(RealTime.nanos() - since) : Duration.ZERO;
    }

    /** How long to wait before the next attempt, after so many. */
    static Duration pause(int attempts) {
        return Duration.ofMillis(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempts, 10)));
    }

    /**
     * What may be said of an error: the first line, because databases quote data in the others; and not even that if the database does not
     * know the user, whom it names. Of a pool, which knows only that it has waited, the error it was given.
     */
    static String reason(SQLException fault) {
        SQLException first = fault;
        for (int depth = 0; depth < DEEPEST_CAUSE && first.getCause() instanceof SQLException cause; depth++) {
            first = cause;
        }
        String state = String.valueOf(first.getSQLState());
        String message = state.startsWith(OF_AUTHORIZATION)
                ? "user and password are not accepted"
                : String.valueOf(first.getMessage()).lines().findFirst().orElse("");
        return message + " (SQL state " + state + ", code " + first.getErrorCode() + ")";
    }
}
