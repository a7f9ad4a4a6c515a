package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreSession.Committed;
import java.sql.SQLException;

/** Commits batches of a session, and tells what became of them. For one thread at a time. */
final class Committer {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());

    private final Database database;
    private final long session;
    private final Outage outage;
    private final Lease lease;
    private final Writer.Events events;
    private final Command guard;
    private final Lane lane;
    private long commits;

    /** What became of an attempt. */
    enum Result {
        /** All have been told. */
        TOLD,
        /** Others took the session for dead; nobody has been told. */
        LOST,
        /** One of the turns is refused. */
        REFUSED,
        /** It is to be tried again: at once, because it was the first time, and the fault may be one of a moment. */
        AGAIN,
        /** It is to be tried again after a while. */
        LATER
    }

    Committer(Database database, long session, Outage outage, Lease lease, Writer.Events events) {
        this.database = database;
        this.session = session;
        this.outage = outage;
        this.lease = lease;
        this.events = events;
        this.guard = Transaction.guard(database);
        this.lane = database.openTurns();
    }

    Result attempt(Batch batch) {
        Transaction transaction = new Transaction(database, guard, session, commits, batch.turns, batch.careful);
        long before = RealTime.nanos();
        try {
            lane.transact(transaction::write);
            lease.given(before);
            tell(batch, transaction);
            return Result.TOLD;
        } catch (GuardException e) {
            if (e.outcome() == GuardException.Outcome.LOST) {
                return Result.LOST;
            }
            tell(batch, batch.uncertain == null ? transaction : batch.uncertain);
            return Result.TOLD;
        } catch (UncertainCommitException e) {
            batch.uncertain = transaction;
            outage.failed(e);
        } catch (SQLException e) {
            boolean refused = e instanceof NotHeldException || database.fault(e) == Fault.DATA;
            if (refused && batch.careful) {
                logIfAlone(batch, e);
                return Result.REFUSED;
            }
            if (!refused && database.fault(e) == Fault.AWAY) {
                outage.failed(e);
            }
        } catch (RuntimeException | Error e) { // out of memory, say: it may have been committed
            batch.uncertain = transaction;
            batch.careful = true;
            throw e;
        }
        Result result = batch.careful ? Result.LATER : Result.AGAIN;
        batch.careful = true;
        return result;
    }

    private void logIfAlone(Batch batch, SQLException fault) {
        if (batch.turns.size() == 1) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    database.name() + " refuses a turn of execution "
                            + batch.turns.get(0).turn.key() + ": SQL state " + fault.getSQLState() + ", code "
                            + fault.getErrorCode());
        }
    }

    private void tell(Batch batch, Transaction transaction) {
        commits++;
        outage.over();
        if (transaction.hasNews()) {
            events.news();
        }
        for (EncodedTurn turn : batch.turns) {
            if (transaction.isTaken(turn)) {
                turn.tell(Committed.NAME_TAKEN);
            } else {
                events.committed(turn);
                turn.tell(Committed.DONE);
            }
        }
    }

    void close() {
        lane.close();
    }
}
