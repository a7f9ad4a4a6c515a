package dev.asl4j.jdbc;

import dev.asl4j.runtime.store.StoreSession.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages that a session has posted and whose senders want to know what becomes of them. */
final class Followed {
    private static final List<Column> READ = Column.list("id LONG, execution LONG");
    private static final Command LOOK = Command.of(
            "SELECT id, execution FROM asl4j_messages WHERE id = ?",
            "SELECT id, execution FROM asl4j_messages WHERE id IN (SELECT * FROM $rows)",
            Column.list("id LONG"));
    private static final Command FORGET =
            Command.forKey("DELETE FROM asl4j_messages AS t", "USING", Column.list("id LONG"), "");

    private final Database database;
    private final Map<Long, List<Consumer<Verdict>>> followers = new HashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    Followed(Database database) {
        this.database = database;
    }

    void add(long id, Consumer<Verdict> judged) {
        synchronized (this) {
            if (!closed) {
                followers.computeIfAbsent(id, none -> new ArrayList<>(1)).add(judged);
                return;
            }
        }
        judged.accept(Verdict.UNKNOWN);
    }

    synchronized boolean isEmpty() {
        return followers.isEmpty();
    }

    /** Tells of those that are in nobody's mailbox any more. */
    void look() throws SQLException {
        List<Long> ids = ids();
        if (ids.isEmpty()) {
            return;
        }
        List<Row> rows = ids.stream().map(id -> Row.of(id)).toList();
        Map<Long, Long> kept = new HashMap<>();
        for (Row row : database.reads().read(link -> link.select(LOOK, rows, READ))) {
            kept.put(row.longValue(), row.longValue());
        }
        List<Row> refused = new ArrayList<>();
        for (long id : ids) {
            @Nullable Long execution = kept.get(id);
            if (execution == null) {
                tell(id, Verdict.TAKEN);
            } else if (execution < 0) {
                refused.add(Row.of(id));
                tell(id, Verdict.REFUSED);
            }
        }
        if (!refused.isEmpty()) {
            database.writes().transact(link -> link.run(FORGET, refused));
        }
    }

    /** Nobody will know. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        ids().forEach(id -> tell(id, Verdict.UNKNOWN));
    }

    private synchronized List<Long> ids() {
        return List.copyOf(followers.keySet());
    }

    private void tell(long id, Verdict verdict) {
        @Nullable List<Consumer<Verdict>> told;
        synchronized (this) {
            told = followers.remove(id);
        }
        if (told != null) {
            told.forEach(one -> one.accept(verdict));
        }
    }
}
