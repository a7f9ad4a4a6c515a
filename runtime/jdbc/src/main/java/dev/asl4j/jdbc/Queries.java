package dev.asl4j.jdbc;

import dev.asl4j.runtime.spi.HistoryEvent;
import dev.asl4j.runtime.store.ExecutionQuery;
import dev.asl4j.runtime.store.StoredExecution;
import dev.asl4j.runtime.store.StoredFrame;
import dev.asl4j.runtime.store.StoredMapRun;
import dev.asl4j.runtime.store.StoredMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked about executions. */
final class Queries {
    /** A child of a Map Run by its name, which is a UUID. */
    static final String CHILD = "WHERE name = ? AND machine = ? AND map_run IS NOT NULL LIMIT 1";

    private final Calls calls;

    Queries(Calls calls) {
        this.calls = calls;
    }

    Optional<StoredExecution> find(String machine, String name) {
        Optional<StoredExecution> found = executions(
                        "WHERE machine = ? AND name = ? AND map_run IS NULL ORDER BY (serial <> ''), start DESC, key DESC LIMIT 1",
                        machine,
                        name)
                .stream()
                .findFirst();
        return found.isEmpty() && machine.indexOf('/') > 0 ? child(machine, name) : found;
    }

    private Optional<StoredExecution> child(String machine, String name) {
        return executions(CHILD, name, machine).stream().findFirst();
    }

    long open() {
        return calls.read(link -> link.query(
                        "SELECT count(*) FROM asl4j_executions WHERE status = 'RUNNING' AND map_run IS NULL",
                        Column.list("open LONG"))
                .get(0)
                .longValue());
    }

    Optional<StoredExecution> get(long key) {
        return executions("WHERE key = ?", key).stream().findFirst();
    }

    Optional<StoredExecution> nested(long parent, long visit) {
        return executions("WHERE parent IS NOT NULL AND map_run IS NULL AND parent = ? AND visit = ?", parent, visit)
                .stream()
                .findFirst();
    }

    List<StoredExecution> children(String mapRunArn, int after, int limit) {
        return executions(
                "WHERE map_run IS NOT NULL AND map_run = ? AND position > ? ORDER BY position LIMIT ?",
                mapRunArn,
                after,
                limit);
    }

    List<StoredFrame> frames(long key) {
        return readOf(
                key,
                "frames",
                link -> FrameRows.read(link, List.of(Row.of(key))).stream()
                        .map(Owned::value)
                        .toList());
    }

    List<StoredMessage> messages(long key) {
        return readOf(
                key,
                "messages",
                link -> MessageRows.read(link, List.of(Row.of(key))).stream()
                        .map(Owned::value)
                        .toList());
    }

    List<StoredExecution> list(ExecutionQuery query) {
        ListSelect select = new ListSelect(query);
        return executions(select.where(), select.values());
    }

    Optional<StoredMapRun> mapRun(String arn) {
        return mapRuns("WHERE arn = ?", arn).stream().findFirst();
    }

    List<StoredMapRun> mapRuns(long key) {
        return mapRuns("WHERE execution = ? ORDER BY start, visit", key);
    }

    Optional<StoredFrame.Address> nextActivityTask(String activity) {
        return calls.read(link -> link
                .query(
                        "SELECT execution, id FROM asl4j_frames f WHERE queue IS NOT NULL AND queue = ? AND NOT EXISTS"
                                + " (SELECT 1 FROM asl4j_executions e WHERE e.key = f.execution AND e.parked IS NOT NULL)"
                                + " ORDER BY queued, execution, id LIMIT 1",
                        Column.list("execution LONG, id INT"),
                        activity)
                .stream()
                .findFirst()
                .map(row -> new StoredFrame.Address(row.longValue(), row.intValue())));
    }

    List<HistoryEvent> history(long key, long after, int limit, boolean reversed) {
        return readOf(key, "events", link -> {
            HistoryPage page = new HistoryPage(link, key, limit);
            return reversed ? page.before(after == 0 ? Long.MAX_VALUE : after) : page.after(after);
        });
    }

    private List<StoredExecution> executions(String where, @Nullable Object... values) {
        return calls.read(link -> {
            List<Row> rows = link.query(ExecutionRows.SELECT + where, ExecutionRows.READ, values);
            try {
                return ExecutionRows.read(link, rows);
            } catch (RuntimeException fault) {
                throw Damage.first(link, rows, fault);
            }
        });
    }

    /** Reads something of an execution. */
    private <T> T readOf(long key, String what, Work<T> work) {
        return calls.read(link -> {
            try {
                return work.on(link);
            } catch (RuntimeException fault) {
                throw Damage.beside(link, key, what, fault);
            }
        });
    }

    private List<StoredMapRun> mapRuns(String where, Object value) {
        return calls.read(
                link -> MapRunRows.read(link, link.query(MapRunRows.SELECT + where, MapRunRows.COLUMNS, value)));
    }
}
