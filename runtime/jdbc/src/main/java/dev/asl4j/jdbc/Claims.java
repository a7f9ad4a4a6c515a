package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreException;
import dev.asl4j.runtime.store.StoreSession.Claimed;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes up executions for a session. While an execution is held its {@code wake} is the number of the claim, negative: if nobody knows
 * whether a claim was committed, what it took up is found by that.
 */
final class Claims {
    private static final System.Logger LOG = System.getLogger(JdbcExecutionStore.class.getName());

    /** Those that are due by a time, at most so many. */
    static final String WHERE_DUE =
            "WHERE holder IS NULL AND wake IS NOT NULL AND wake <= ? ORDER BY wake, key LIMIT ?";

    private static final Command HOLD = Command.of(
            "UPDATE asl4j_executions SET holder = ?, wake = ? WHERE key = ?",
            "UPDATE asl4j_executions AS t SET holder = v.owner, wake = v.claim FROM $rows AS v (owner, claim, key)"
                    + " WHERE t.key = v.key",
            Column.list("owner LONG, claim LONG, key LONG"));

    /** Until somebody has repaired the rows; whoever joins tries again. */
    private static final String PARK = "UPDATE asl4j_executions SET holder = NULL, wake = NULL,"
            + " parked = CASE WHEN status = 'RUNNING' THEN '" + Damage.REASON + "' END WHERE key = ?";

    private static final String PRESENT = "SELECT id FROM asl4j_sessions WHERE id = ?";
    private static final List<Column> ID = Column.list("id LONG");

    private final Database database;
    private final Calls calls;
    private final long session;
    private final AtomicLong lastClaim = new AtomicLong();
    private final Set<Long> uncertain = new ConcurrentSkipListSet<>();

    Claims(Database database, Calls calls, long session) {
        this.database = database;
        this.calls = calls;
        this.session = session;
    }

    /** Those that are due. */
    List<Claimed> due(Instant now, int limit) {
        for (Long claim : List.copyOf(uncertain)) {
            List<Claimed> found = claim((link, again) -> take(
                    link,
                    again,
                    link.query(
                            ExecutionRows.SELECT + "WHERE holder = ? AND wake = ?",
                            ExecutionRows.READ,
                            session,
                            claim)));
            uncertain.remove(claim);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return claim((link, claim) -> take(
                link,
                claim,
                link.query(
                        ExecutionRows.SELECT + WHERE_DUE + database.forUpdateOfFree(),
                        ExecutionRows.READ,
                        Micros.of(now),
                        limit)));
    }

    /** That one. */
    Optional<Claimed> one(long key) {
        return claim((link, claim) -> {
                    List<Row> rows = link.query(
                            ExecutionRows.SELECT + "WHERE key = ? AND holder IS NULL" + database.forUpdate(),
                            ExecutionRows.READ,
                            key);
                    for (Long before : uncertain) {
                        rows.addAll(link.query(
                                ExecutionRows.SELECT + "WHERE key = ? AND holder = ? AND wake = ?",
                                ExecutionRows.READ,
                                key,
                                session,
                                before));
                    }
                    return take(link, claim, rows);
                })
                .stream()
                .findFirst();
    }

    /** Whether there are claims of which nobody knows whether they were committed. */
    boolean isUncertain() {
        return !uncertain.isEmpty();
    }

    /** Takes executions up under a number. */
    @FunctionalInterface
    private interface Taking {
        List<Claimed> take(Link link, long claim) throws SQLException;
    }

    private List<Claimed> claim(Taking taking) {
        long claim = -lastClaim.incrementAndGet();
        try {
            return calls.transact(link -> {
                boolean isPresent = !link.query(PRESENT + database.forPresence(), ID, session)
                        .isEmpty();
                return isPresent ? taking.take(link, claim) : List.of();
            });
        } catch (StoreException e) {
            uncertain.add(claim);
            throw e;
        }
    }

    private List<Claimed> take(Link link, long claim, List<Row> rows) throws SQLException {
        List<Row> holds = new ArrayList<>();
        for (Row row : rows) {
            holds.add(Row.of(session, claim, row.required(0)));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        link.run(HOLD, holds);
        try {
            return read(link, rows);
        } catch (RuntimeException damaged) { // one at least cannot be read: it must not hold up the others
            List<Claimed> readable = new ArrayList<>();
            for (Row row : rows) {
                readOrPark(link, row).ifPresent(readable::add);
            }
            return readable;
        }
    }

    private Optional<Claimed> readOrPark(Link link, Row row) throws SQLException {
        try {
            return read(link, List.of(row.again())).stream().findFirst();
        } catch (RuntimeException damaged) { // whatever it says may quote data
            LOG.log(
                    System.Logger.Level.ERROR,
                    database.name() + " has rows of execution " + row.required(0)
                            + " that cannot be read: it is parked");
            link.execute(PARK, row.required(0));
            return Optional.empty();
        }
    }

    private static List<Claimed> read(Link link, List<Row> rows) throws SQLException {
        List<Row> keys = rows.stream().map(row -> Row.of(row.required(0))).toList();
        Map<Long, List<StoredFrame>> frames = byExecution(FrameRows.read(link, keys));
        Map<Long, List<StoredMessage>> messages = byExecution(MessageRows.read(link, keys));
        List<Claimed> claimed = new ArrayList<>();
        for (StoredExecution execution : ExecutionRows.read(link, rows)) {
            claimed.add(new Claimed(
                    execution,
                    frames.getOrDefault(execution.key(), List.of()),
                    messages.getOrDefault(execution.key(), List.of())));
        }
        return claimed;
    }

    private static <T> Map<Long, List<T>> byExecution(List<Owned<T>> owned) {
        Map<Long, List<T>> map = new HashMap<>();
        owned.forEach(one ->
                map.computeIfAbsent(one.execution(), key -> new ArrayList<>()).add(one.value()));
        return map;
    }
}
