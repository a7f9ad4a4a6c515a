package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreException;
import java.sql.SQLException;
import java.time.Duration;

/** Calls that somebody waits for: if the database is away they are tried again for a while. */
final class Calls {
    private final Database database;
    private final Outage outage;
    private final Duration patience;

    Calls(Database database, Outage outage, Duration patience) {
        this.database = database;
        this.outage = outage;
        this.patience = patience;
    }

    /** Reads. */
    <T> T read(Work<T> work) {
        return call(() -> database.reads().read(work));
    }

    /** Reads what would fill the memory if it was there at once. */
    <T> T readMany(Work<T> work) {
        return call(() -> database.reads().readMany(work));
    }

    /** Changes something in a transaction; not again if it may have been committed. */
    <T> T transact(Work<T> work) {
        return call(() -> database.writes().transact(work));
    }

    /** A call of a lane. */
    @FunctionalInterface
    private interface Call<T> {
        T call() throws SQLException;
    }

    private <T> T call(Call<T> call) {
        long begin = RealTime.nanos();
        for (int attempts = 1; ; attempts++) {
            try {
                T result = call.call();
                outage.over();
                return result;
            } catch (UncertainCommitException e) {
                outage.failed(e);
                throw new StoreException("It is not known whether " + database.name() + " did it.", Reason.of(e));
            } catch (SQLException e) {
                if (database.fault(e) == Fault.DATA) {
                    throw new StoreException(database.name() + " refuses the data.", Reason.of(e));
                }
                if (database.fault(e) == Fault.AWAY) {
                    outage.failed(e);
                }
                Duration pause = Outage.pause(attempts);
                if (RealTime.nanos() - begin + pause.toNanos() > patience.toNanos()) {
                    throw new StoreException(database.name() + " is away.", Reason.of(e));
                }
                RealTime.pause(pause);
            }
        }
    }
}
