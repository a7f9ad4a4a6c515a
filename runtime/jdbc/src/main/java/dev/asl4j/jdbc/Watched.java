package dev.asl4j.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The executions whose ends a session wants to know. New ones are asked for at the next look, as they may have ended; the others regularly,
 * by turns, as an engine may want to know of a million that wait.
 */
final class Watched {
    /** So many are asked for in a look. */
    static final int MOST = 5_000;

    private static final Command RUNNING = Command.of(
            "SELECT key FROM asl4j_executions WHERE key = ? AND status = 'RUNNING'",
            "SELECT key FROM asl4j_executions WHERE key IN (SELECT * FROM $rows) AND status = 'RUNNING'",
            Column.list("key LONG"));

    private final Set<Long> fresh = new LinkedHashSet<>(); // guarded by this, as below
    private final Set<Long> known = new LinkedHashSet<>(); // who was asked for last is the last one

    synchronized void add(long key) {
        if (!known.contains(key)) {
            fresh.add(key);
        }
    }

    /** Whether one look is too few for all. */
    synchronized boolean areMany() {
        return fresh.size() + known.size() > MOST;
    }

    /** The next ones to be asked for; new ones only, unless the look is regular. */
    synchronized List<Long> next(boolean regular) {
        List<Long> next = new ArrayList<>();
        take(fresh, next);
        if (regular) {
            take(known, next);
        }
        known.addAll(next);
        return next;
    }

    private static void take(Set<Long> from, List<Long> to) {
        Iterator<Long> keys = from.iterator();
        while (to.size() < MOST && keys.hasNext()) {
            to.add(keys.next());
            keys.remove();
        }
    }

    /** Which of them do not run any more. */
    static List<Long> ended(Link link, List<Long> keys) throws SQLException {
        List<Row> rows = keys.stream().map(key -> Row.of(key)).toList();
        Set<Long> ended = new LinkedHashSet<>(keys);
        for (Row row : link.select(RUNNING, rows, Column.list("key LONG"))) {
            ended.remove(row.longValue());
        }
        return List.copyOf(ended);
    }

    /** Forgets one that has ended. */
    synchronized void remove(long key) {
        known.remove(key);
    }
}
