package dev.asl4j.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Removes executions that ended long ago, a few in each transaction, so that nobody waits long for it. */
final class Purge {
    private static final int CHUNK = 100;

    /** Holds executions that are being removed, so that nobody takes them up meanwhile. */
    private static final long REMOVER = -1;

    /** Ended, in nobody's hands, without mail, and of interest neither to the execution that started it nor to its Map Runs. */
    private static final String REMOVABLE = "SELECT e.key FROM asl4j_executions e"
            + " WHERE e.stop IS NOT NULL AND e.map_run IS NULL AND e.stop < ? AND e.status <> 'RUNNING'"
            + " AND (e.holder IS NULL OR e.holder = -1)"
            + " AND NOT EXISTS (SELECT 1 FROM asl4j_messages m WHERE m.execution = e.key)"
            + " AND NOT EXISTS (SELECT 1 FROM asl4j_executions p WHERE p.key = e.parent AND p.status = 'RUNNING')"
            + " AND NOT EXISTS (WITH RECURSIVE below (key) AS (SELECT c.key FROM asl4j_map_runs r"
            + " JOIN asl4j_executions c ON c.map_run = r.arn WHERE r.execution = e.key"
            + " UNION ALL SELECT c.key FROM below b JOIN asl4j_map_runs r ON r.execution = b.key"
            + " JOIN asl4j_executions c ON c.map_run = r.arn)"
            + " SELECT 1 FROM below b JOIN asl4j_executions x ON x.key = b.key WHERE x.status = 'RUNNING'"
            + " OR x.holder IS NOT NULL OR EXISTS (SELECT 1 FROM asl4j_messages m WHERE m.execution = x.key))"
            + " ORDER BY e.stop, e.key LIMIT ?";

    private static final String CHILDREN =
            "SELECT c.key FROM asl4j_map_runs r JOIN asl4j_executions c ON c.map_run = r.arn"
                    + " WHERE r.execution = ? LIMIT ?";
    private static final Command WITH_MAP_RUNS = Command.of(
            "SELECT execution FROM asl4j_map_runs WHERE execution = ? LIMIT 1",
            "SELECT DISTINCT execution FROM asl4j_map_runs WHERE execution IN (SELECT * FROM $rows)",
            Column.list("execution LONG"));
    private static final Command HOLD =
            Command.forKey("UPDATE asl4j_executions AS t SET holder = " + REMOVER, "FROM", Column.list("key LONG"), "");

    private static final List<Command> REMOVALS = List.of(
            remove("asl4j_messages", "execution"),
            remove("asl4j_frames", "execution"),
            remove("asl4j_events", "execution"),
            remove("asl4j_payloads", "execution"),
            remove("asl4j_map_runs", "execution"),
            remove("asl4j_executions", "key"));
    private static final Command REFUSED_MAIL = remove("asl4j_messages", "execution");
    private static final List<Column> KEY = Column.list("key LONG");

    private final Database database;
    private final Calls calls;

    Purge(Database database, Calls calls) {
        this.database = database;
        this.calls = calls;
    }

    /** Removes those that ended before that instant; gives how many. */
    int purge(Instant endedBefore, int limit) {
        int removed = 0;
        int found = CHUNK;
        while (found == CHUNK && removed < limit) {
            int most = Math.min(CHUNK, limit - removed);
            Chunk chunk = calls.transact(link -> removeSingle(link, Micros.of(endedBefore), most));
            chunk.families().forEach(this::removeFamily);
            found = chunk.size();
            removed += found;
        }
        return removed;
    }

    /**
     * Some executions.
     *
     * @param families keys of those with Map Runs, which are left to be removed
     */
    private record Chunk(int size, List<Long> families) {}

    private Chunk removeSingle(Link link, long endedBefore, int limit) throws SQLException {
        List<Long> keys = keys(link.query(REMOVABLE + database.forUpdateOfFree(), KEY, endedBefore, limit));
        List<Long> families = keys(link.select(WITH_MAP_RUNS, rows(keys), KEY));
        link.run(HOLD, rows(families));
        remove(link, keys.stream().filter(key -> !families.contains(key)).toList());
        return new Chunk(keys.size(), families);
    }

    /** Removes children first: as long as there are any, the execution says that they are to go. */
    private void removeFamily(long key) {
        List<Long> children = children(key);
        while (!children.isEmpty()) {
            List<Long> some = children;
            calls.read(link -> keys(link.select(WITH_MAP_RUNS, rows(some), KEY)))
                    .forEach(this::removeFamily);
            calls.transact(link -> remove(link, some));
            children = children(key);
        }
        calls.transact(link -> remove(link, List.of(key)));
    }

    private List<Long> children(long key) {
        return calls.read(link -> keys(link.query(CHILDREN, KEY, key, CHUNK)));
    }

    /** Removes executions with all that belongs to them, except children of Map Runs. */
    static boolean remove(Link link, List<Long> keys) throws SQLException {
        link.run(REFUSED_MAIL, keys.stream().map(key -> Row.of(-key)).toList());
        for (Command removal : REMOVALS) {
            link.run(removal, rows(keys));
        }
        return true;
    }

    private static List<Long> keys(List<Row> rows) {
        List<Long> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(row.longValue()));
        return keys;
    }

    private static List<Row> rows(List<Long> keys) {
        return keys.stream().map(key -> Row.of(key)).toList();
    }

    private static Command remove(String table, String key) {
        return Command.forKey("DELETE FROM " + table + " AS t", "USING", Column.list(key + " LONG"), "");
    }
}
